package org.plenary.registration.calloff;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
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

/** Cancelling a whole conference: what it would do, the act, and how it gets on. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/cancellation")
@Requires(Permission.CONFERENCE_WRITE)
class CallOffPages {
    private final ConferenceApi conferences;
    private final CallOffNumbers numbers;
    private final CallingOffConference calling;
    private final CallOffProgress progress;
    private final PageErrors errors;

    CallOffPages(
            ConferenceApi conferences,
            CallOffNumbers numbers,
            CallingOffConference calling,
            CallOffProgress progress,
            PageErrors errors) {
        this.conferences = conferences;
        this.numbers = numbers;
        this.calling = calling;
        this.progress = progress;
        this.errors = errors;
    }

    /** The message as it will be read. @param tag of its language */
    record Sample(String tag, List<String> lines) {}

    @GetMapping
    ModelAndView show(@PathVariable String conference, Locale locale) {
        var found = conferences.bySlug(conference);
        var view = new ModelAndView("registration/call-off-progress");
        if (progress.into(view, found, locale)) return view;
        var form = Posted.empty().set("refund", "full");
        return question(found, form, Map.of(), locale);
    }

    /** Shows what would be written when the form says so, else does it. */
    @PostMapping
    ModelAndView cancel(
            @PathVariable String conference, @RequestParam MultiValueMap<String, String> values, Locale locale) {
        var found = conferences.bySlug(conference);
        var form = new Posted(values);
        var isPreview = form.get("step").equals("preview");
        try {
            var message = form.texts("message");
            var wrong = new Violations();
            CallingOffConference.checkMessage(message, wrong);
            var refund = form.get("refund");
            if (!List.of("full", "policy").contains(refund)) wrong.add("/refund", "choice", "One of: full, policy.");
            if (!isPreview && !isName(found, form.get("name")))
                wrong.add("/name", "conference_name", "Type the name of the conference as it stands here.");
            wrong.throwIfAny();
            if (isPreview) return question(found, form, Map.of(), locale).addObject("samples", samples(form));
            calling.cancel(found, refund.equals("full"), message);
            return back(found);
        } catch (Problem.InvalidInput e) {
            return refused(found, form, e, HttpStatus.UNPROCESSABLE_CONTENT, locale);
        } catch (Problem.Conflict e) {
            return refused(found, form, e, HttpStatus.CONFLICT, locale);
        }
    }

    @PostMapping("/pause")
    ModelAndView pause(@PathVariable String conference) {
        var found = conferences.bySlug(conference);
        calling.pause(found);
        return back(found);
    }

    @PostMapping("/resume")
    ModelAndView resume(@PathVariable String conference) {
        var found = conferences.bySlug(conference);
        calling.resume(found);
        return back(found);
    }

    @PostMapping("/again")
    ModelAndView again(@PathVariable String conference) {
        var found = conferences.bySlug(conference);
        calling.again(found);
        return back(found);
    }

    private static List<Sample> samples(Posted form) {
        return Posted.TAGS.stream()
                .map(tag -> new Sample(tag, form.get("message." + tag).lines().toList()))
                .toList();
    }

    private static boolean isName(ConferenceView conference, String typed) {
        return Posted.TAGS.stream()
                .map(tag -> conference.name().in(Locale.forLanguageTag(tag)))
                .anyMatch(name -> name.strip().equalsIgnoreCase(typed.strip()));
    }

    private static ModelAndView back(ConferenceView conference) {
        return new ModelAndView("redirect:/manage/conferences/" + conference.slug() + "/cancellation");
    }

    private ModelAndView refused(
            ConferenceView conference, Posted form, Problem problem, HttpStatus status, Locale locale) {
        var view = question(conference, form, errors.of(problem, locale), locale);
        view.setStatus(status);
        return view;
    }

    private ModelAndView question(ConferenceView conference, Posted form, Map<String, String> wrong, Locale locale) {
        var view = new ModelAndView("registration/call-off")
                .addObject("slug", conference.slug())
                .addObject("name", conference.name().in(locale))
                .addObject("possible", conference.isPublic() && !conference.isCancelled())
                .addObject("choices", progress.choices(locale))
                .addObject("numbers", numbers.of(conference.id()))
                .addObject("form", form);
        if (!wrong.isEmpty()) view.addObject("fieldErrors", wrong);
        return view;
    }
}
