package org.plenary.registration.waitlist;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One who waits, and what staff can do for them: each with a reason. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/waiting-list/{id}")
@Requires(Permission.REGISTRATION_READ)
class EntryDeskPages {
    private static final Set<String> INPUTS = Set.of("reason", "wish");

    private final ConferenceApi conferences;
    private final EntryQueries queries;
    private final WaitingDesk desk;
    private final PageErrors pageErrors;
    private final MessageSource messages;

    EntryDeskPages(
            ConferenceApi conferences,
            EntryQueries queries,
            WaitingDesk desk,
            PageErrors pageErrors,
            MessageSource messages) {
        this.conferences = conferences;
        this.queries = queries;
        this.desk = desk;
        this.pageErrors = pageErrors;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView show(@PathVariable String conference, @PathVariable String id, Locale locale) {
        var found = conferences.bySlug(conference);
        return page(found, queries.open(found.id(), id, null, true), locale);
    }

    @PostMapping("/front")
    @Requires(Permission.REGISTRATION_WRITE)
    ModelAndView moveUp(
            @PathVariable String conference,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Locale locale,
            RedirectAttributes redirect) {
        return act(
                conference,
                id,
                reason,
                "moved",
                locale,
                redirect,
                (found, entry) -> desk.moveUp(found, entry.id(), reason));
    }

    @PostMapping("/invitation")
    @Requires(Permission.REGISTRATION_WRITE)
    ModelAndView invite(
            @PathVariable String conference,
            @PathVariable String id,
            @RequestParam(defaultValue = "1") String wish,
            @RequestParam(defaultValue = "") String reason,
            Locale locale,
            RedirectAttributes redirect) {
        var number = wish.matches("[1-3]") ? Integer.parseInt(wish) - 1 : 0;
        return act(
                conference,
                id,
                reason,
                "invited",
                locale,
                redirect,
                (found, entry) -> desk.invite(found, entry.id(), number, reason));
    }

    @PostMapping("/removal")
    @Requires(Permission.REGISTRATION_WRITE)
    ModelAndView remove(
            @PathVariable String conference,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Locale locale,
            RedirectAttributes redirect) {
        return act(
                conference,
                id,
                reason,
                "removed",
                locale,
                redirect,
                (found, entry) -> desk.remove(found, entry.id(), reason));
    }

    private interface Act {
        void on(ConferenceView conference, Entry entry);
    }

    private ModelAndView act(
            String conference,
            String id,
            String reason,
            String done,
            Locale locale,
            RedirectAttributes redirect,
            Act act) {
        var found = conferences.bySlug(conference);
        var entry = queries.open(found.id(), id, null, true);
        try {
            act.on(found, entry);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            var view = page(found, queries.open(found.id(), id, null, true), locale);
            view.addObject("fieldErrors", errors(e, locale));
            view.addObject("reason", reason);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        redirect.addFlashAttribute(
                "flash", Flash.success(messages.getMessage("registration.waiting.desk." + done, null, locale)));
        return new ModelAndView("redirect:" + WaitingDeskPages.base(found) + "/" + entry.id());
    }

    /** What is sold out, or asked by now and not answered, is named by the cart's inputs, which are not on this page. */
    private Map<String, String> errors(Problem problem, Locale locale) {
        if (!(problem instanceof Problem.Conflict)) {
            var named = pageErrors.of(problem, locale);
            return INPUTS.containsAll(named.keySet())
                    ? named
                    : Map.of("", messages.getMessage("registration.waiting.desk.outdated", null, locale));
        }
        if (!problem.code().equals("sold_out")) return pageErrors.of(problem, locale);
        return Map.of("", messages.getMessage("registration.waiting.desk.not-there", null, locale));
    }

    private ModelAndView page(ConferenceView conference, Entry entry, Locale locale) {
        var view = EntryView.of(entry, queries.position(entry));
        var choices = new ArrayList<Choice>();
        for (var wish : view.wishes())
            choices.add(new Choice(String.valueOf(wish.number()), String.join(" · ", wish.lines())));
        return new ModelAndView("registration/waiting-entry-desk")
                .addObject("slug", conference.slug())
                .addObject("zone", conference.timeZone())
                .addObject("entry", view)
                .addObject("wishes", choices)
                .addObject("trouble", trouble(view, locale))
                .addObject("reason", "");
    }

    private String trouble(EntryView entry, Locale locale) {
        if (entry.trouble() == null) return "";
        var text = messages.getMessage("violation." + entry.trouble(), null, entry.trouble(), locale);
        return text == null ? entry.trouble() : text;
    }
}
