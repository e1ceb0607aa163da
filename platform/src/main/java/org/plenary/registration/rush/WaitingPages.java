package org.plenary.registration.rush;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Address;
import org.plenary.identity.Public;
import org.plenary.identity.RateLimits;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which people wait for their turn to register. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/waiting")
class WaitingPages {
    private static final int TRIES = 30;
    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final int SLOWEST_REFRESH = 10;

    private final ConferenceApi conferences;
    private final Doors doors;
    private final PlaceTexts texts;
    private final RateLimits limits;
    private final KeptForms forms;

    WaitingPages(ConferenceApi conferences, Doors doors, PlaceTexts texts, RateLimits limits, KeptForms forms) {
        this.conferences = conferences;
        this.doors = doors;
        this.texts = texts;
        this.limits = limits;
        this.forms = forms;
    }

    /** @param code of a group that goes first; it comes in the links that the organizer hands out */
    @GetMapping
    ModelAndView enter(
            @PathVariable String conference,
            @RequestParam(required = false) @Nullable String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        return code == null || code.isBlank()
                ? show(conference, Standing.EVERYBODY, request, response, locale)
                : withCode(conference, code, request, response, locale);
    }

    /** Where the page stands after a wrong code, when it renews itself. */
    @GetMapping("/code")
    String again(@PathVariable String conference) {
        return "redirect:/c/" + conference + "/waiting";
    }

    @PostMapping("/code")
    ModelAndView code(
            @PathVariable String conference,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        return withCode(conference, code, request, response, locale);
    }

    private ModelAndView withCode(
            String slug, String code, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        limits.take("rush-code:" + Address.network(request.getRemoteAddr()), TRIES, PERIOD);
        var group = doors.before(slug)
                .map(room -> room.settings().groupOf(code))
                .filter(found -> found.isPresent())
                .map(found -> found.getAsInt());
        var view = show(slug, group.orElse(Standing.EVERYBODY), request, response, locale);
        var isLeaving = String.valueOf(view.getViewName()).startsWith("redirect:");
        // the address with the code is left, so that it is in nobody's history
        if (group.isPresent()) return isLeaving ? view : new ModelAndView("redirect:/c/" + slug + "/waiting");
        if (isLeaving) return view;
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        view.addObject("code", code);
        view.addObject("fieldErrors", java.util.Map.of("code", texts.text("violation.unknown_code", locale)));
        return view;
    }

    private ModelAndView show(
            String slug, int group, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        var conference = conferences.visible(slug);
        var room = doors.before(slug).orElse(null);
        if (room == null) return new ModelAndView("redirect:/c/" + slug + "/register");
        var view = new ModelAndView("registration/waiting");
        view.addObject("slug", slug);
        view.addObject("name", conference.name().in(locale));
        view.addObject("zone", conference.timeZone());
        view.addObject("minutes", room.idle().toMinutes());
        view.addObject("hasGroups", !room.settings().allGroups().isEmpty());
        try {
            var standing = doors.ask(request, response, slug, room, group, Line.Intent.ENTER);
            if (standing.state() == Standing.State.ADMITTED)
                return new ModelAndView(
                        "redirect:" + forms.page(room.run(), standing.place()).orElse("/c/" + slug + "/register"));
            return standing(view, room, standing, response, locale);
        } catch (Line.Unreachable e) {
            if (room.settings().isOpenWithoutRedis()) return new ModelAndView("redirect:/c/" + slug + "/register");
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(PlaceTexts.SECONDS_WITHOUT_LINE));
            view.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
            view.addObject("refreshSeconds", PlaceTexts.SECONDS_WITHOUT_LINE);
            return view.addObject("state", "closed");
        }
    }

    private ModelAndView standing(
            ModelAndView view, WaitingRoom room, Standing standing, HttpServletResponse response, Locale locale) {
        var place = texts.of(standing, locale);
        view.addObject("state", place.state());
        view.addObject("place", place);
        view.addObject("opensAt", standing.opensAt());
        view.addObject("ended", standing.ended());
        if (standing.group() < room.settings().allGroups().size())
            view.addObject(
                    "group", room.settings().allGroups().get(standing.group()).name());
        view.addObject("refreshSeconds", Math.max(SLOWEST_REFRESH, place.next()));
        if (standing.state() == Standing.State.LIMITED) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(standing.retrySeconds()));
            view.setStatus(HttpStatus.TOO_MANY_REQUESTS);
            view.addObject("refreshSeconds", Math.max(SLOWEST_REFRESH, standing.retrySeconds()));
        }
        return view;
    }
}
