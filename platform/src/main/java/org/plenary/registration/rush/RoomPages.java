package org.plenary.registration.rush;

import java.util.Locale;
import java.util.Map;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The organizer's page of the waiting room. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/waiting-room")
@Requires(Permission.CONFERENCE_WRITE)
class RoomPages {
    private final ConferenceApi conferences;
    private final Rush rush;
    private final RoomView roomView;
    private final PageErrors errors;

    RoomPages(ConferenceApi conferences, Rush rush, RoomView roomView, PageErrors errors) {
        this.conferences = conferences;
        this.rush = rush;
        this.roomView = roomView;
        this.errors = errors;
    }

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    ModelAndView show(@PathVariable String conference, Locale locale) {
        var found = conferences.bySlug(conference);
        return roomView.page(found, form(found), locale);
    }

    /** Saves the settings; the room is on from then. */
    @PostMapping
    ModelAndView save(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var form = new Posted(values);
        var before = rush.room(found).filter(room -> room.settings().on());
        try {
            var paused = before.filter(room -> room.settings().isPaused()).isPresent();
            rush.configure(found, RoomForm.read(form, found.timeZone(), paused), form.ifMatch());
        } catch (Problem.InvalidInput | Problem.Stale e) {
            return refused(found, form, e, locale);
        }
        var text = before.isPresent() ? "rush.room.saved" : "rush.room.switched-on";
        redirect.addFlashAttribute("flash", Flash.success(roomView.text(text, locale)));
        return back(conference);
    }

    @PostMapping("/pause")
    ModelAndView pause(
            @PathVariable String conference, @RequestParam boolean paused, Locale locale, RedirectAttributes redirect) {
        rush.pause(conferences.bySlug(conference), paused);
        var text = paused ? "rush.room.was-paused" : "rush.room.was-resumed";
        redirect.addFlashAttribute("flash", Flash.success(roomView.text(text, locale)));
        return back(conference);
    }

    @PostMapping("/admissions")
    ModelAndView admit(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var posted = new Posted(values);
        try {
            var count = posted.integer("count");
            posted.throwIfWrong();
            var done = rush.admit(found, count == null ? 0 : count);
            redirect.addFlashAttribute("flash", Flash.success(roomView.text("rush.room.was-admitted", locale, done)));
        } catch (Problem.InvalidInput e) {
            return refused(found, form(found), e, locale).addObject("count", posted.get("count"));
        } catch (Problem.Conflict | Problem.Unavailable e) {
            redirect.addFlashAttribute(
                    "flash",
                    Flash.failure(errors.of(e, locale).values().iterator().next()));
        }
        return back(conference);
    }

    @GetMapping("/ending")
    ModelAndView question(@PathVariable String conference) {
        return new ModelAndView("registration/waiting-room-ending").addObject("slug", conference);
    }

    @PostMapping("/ending")
    ModelAndView end(@PathVariable String conference, Locale locale, RedirectAttributes redirect) {
        rush.end(conferences.bySlug(conference));
        redirect.addFlashAttribute("flash", Flash.success(roomView.text("rush.room.was-ended", locale)));
        return back(conference);
    }

    /** Arrivals and admissions of the last hour, for the chart. */
    @GetMapping("/chart")
    @Requires(Permission.CONFERENCE_READ)
    @ResponseBody
    RoomView.Chart chart(@PathVariable String conference, Locale locale) {
        var found = conferences.bySlug(conference);
        return rush.room(found)
                .flatMap(rush::figures)
                .map(figures -> roomView.chart(figures, found.timeZone(), locale))
                .orElseThrow(() -> new Problem.NotFound("This chart"));
    }

    private Posted form(ConferenceView conference) {
        return rush.room(conference)
                .map(room -> RoomForm.filled(room, conference.timeZone()))
                .orElseGet(RoomForm::blank);
    }

    private ModelAndView refused(ConferenceView conference, Posted form, Problem problem, Locale locale) {
        var view = roomView.page(conference, form, locale);
        Map<String, String> wrong = errors.of(problem, locale);
        view.addObject("fieldErrors", wrong);
        view.setStatus(problem instanceof Problem.Stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private static ModelAndView back(String slug) {
        return new ModelAndView("redirect:/manage/conferences/" + slug + "/waiting-room");
    }
}
