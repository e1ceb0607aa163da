package org.plenary.papers.call;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which the organizer sets the dates of the call for papers, from which its other pages are reached. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/call")
class CallPages {
    private final ConferenceApi conferences;
    private final Calling calling;
    private final CallWords words;
    private final CallPlan plan;
    private final PageErrors errors;

    CallPages(ConferenceApi conferences, Calling calling, CallWords words, CallPlan plan, PageErrors errors) {
        this.conferences = conferences;
        this.calling = calling;
        this.words = words;
        this.plan = plan;
        this.errors = errors;
    }

    @GetMapping
    @Requires(Permission.PAPERS_READ)
    ModelAndView form(@PathVariable String conference, Locale locale) {
        var view = conferences.bySlug(conference);
        var current = calling.current(view);
        var form = current == null ? plan.blank(view) : CallForm.of(current);
        return page(view, current, form, Map.of(), locale);
    }

    @PostMapping
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView save(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect,
            Locale locale) {
        var view = conferences.bySlug(conference);
        var posted = new Posted(sent);
        var current = calling.current(view);
        var input = CallForm.input(posted, current == null ? null : current.call());
        try {
            plan.checkReason(view, current == null ? null : current.call(), input.lateReason());
            calling.call(view, input, posted.ifMatch(), posted.isOn("announce"));
        } catch (Problem.InvalidInput | Problem.Stale e) {
            var said = new LinkedHashMap<>(CallForm.onFields(errors.of(e, locale), input));
            var page = page(view, current, posted, said, locale);
            page.setStatus(e instanceof Problem.Stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        redirect.addFlashAttribute("flash", Flash.success(words.text("papers.call.saved", locale)));
        return new ModelAndView("redirect:/manage/conferences/" + view.slug() + "/papers/call");
    }

    private ModelAndView page(
            ConferenceView conference,
            Calls.@Nullable Versioned current,
            Posted form,
            Map<String, String> said,
            Locale locale) {
        var call = current == null ? null : current.call();
        var page = new ModelAndView("papers/call")
                .addObject("slug", conference.slug())
                .addObject("form", form)
                .addObject("isNew", call == null)
                .addObject("isPublic", conference.isPublic())
                .addObject("zones", words.zones(conference.timeZone(), locale))
                .addObject("firsts", words.firsts(locale))
                .addObject("blindings", words.blindings(locale))
                .addObject("milestones", plan.lines(conference, call))
                .addObject("asksReason", plan.asksReason(conference, call))
                .addObject(
                        "extensions",
                        call == null ? List.of() : call.extensions().reversed())
                .addObject("zone", conference.timeZone())
                .addObject("trackCount", call == null ? 0 : call.tracks().size())
                .addObject("topicCount", call == null ? 0 : call.topics().count())
                .addObject("typeCount", call == null ? 0 : call.types().size());
        if (!said.isEmpty()) page.addObject("fieldErrors", said);
        return page;
    }
}
