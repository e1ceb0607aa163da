package org.plenary.papers.call;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which the organizer sets the call for papers. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/call")
class CallPages {
    private final ConferenceApi conferences;
    private final Calling calling;
    private final PageErrors errors;
    private final MessageSource messages;

    CallPages(ConferenceApi conferences, Calling calling, PageErrors errors, MessageSource messages) {
        this.conferences = conferences;
        this.calling = calling;
        this.errors = errors;
        this.messages = messages;
    }

    @GetMapping
    @Requires(Permission.PAPERS_READ)
    ModelAndView form(@PathVariable String conference, Locale locale) {
        var view = conferences.bySlug(conference);
        var current = calling.current(view);
        return page(view, CallForm.of(current == null ? null : current.call()), locale);
    }

    @PostMapping
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView save(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect,
            Locale locale) {
        var view = conferences.bySlug(conference);
        var form = CallForm.of(sent);
        try {
            var current = calling.current(view);
            calling.call(view, form.input(current == null ? null : current.call()), null);
        } catch (Problem.InvalidInput e) {
            var page = page(view, form, locale);
            page.addObject("fieldErrors", CallForm.onFields(errors.of(e, locale)));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        redirect.addFlashAttribute(
                "flash", Flash.success(String.valueOf(messages.getMessage("papers.call.saved", null, locale))));
        return new ModelAndView("redirect:/manage/conferences/" + view.slug() + "/papers/call");
    }

    private ModelAndView page(ConferenceView conference, CallForm form, Locale locale) {
        var page = new ModelAndView("papers/call");
        page.addObject("slug", conference.slug());
        page.addObject("form", form);
        page.addObject("zones", zones(conference, locale));
        page.addObject("blindings", blindings(locale));
        return page;
    }

    private List<Choice> zones(ConferenceView conference, Locale locale) {
        var zones = new ArrayList<Choice>();
        zones.add(new Choice(Deadline.ANYWHERE_ON_EARTH, text("papers.call.aoe", locale)));
        Stream.concat(
                        Stream.of(conference.timeZone().getId(), "UTC"),
                        ZoneId.getAvailableZoneIds().stream()
                                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                                .sorted())
                .distinct()
                .forEach(id -> zones.add(new Choice(id, id.replace('_', ' '))));
        return zones;
    }

    private List<Choice> blindings(Locale locale) {
        return Stream.of("none", "single", "double")
                .map(b -> new Choice(b, text("papers.call.blinding-" + b, locale)))
                .toList();
    }

    private String text(String key, Locale locale) {
        return String.valueOf(messages.getMessage(key, null, locale));
    }
}
