package org.plenary.papers.decision;

import java.io.IOException;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TypedTime;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Phrases;
import org.plenary.kernel.web.Posted;
import org.plenary.papers.call.Deadline;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the chairs say when and how authors learn what was decided, and what is asked of them then. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/decisions/plan")
class DecisionPlanPages {
    private static final int LONGEST_NOTE = 5_000;
    private static final int LONGEST_NAME = 200;

    private final ConferenceApi conferences;
    private final DecisionPlanning planning;
    private final Phrases phrases;

    DecisionPlanPages(ConferenceApi conferences, DecisionPlanning planning, Phrases phrases) {
        this.conferences = conferences;
        this.planning = planning;
        this.phrases = phrases;
    }

    @GetMapping
    @Requires(Permission.PAPERS_READ)
    ModelAndView form(@PathVariable String conference) {
        var found = conferences.bySlug(conference);
        var current = planning.current(found);
        var plan = current.plan();
        var form = Posted.empty()
                .set("version", current.version())
                .set("held", plan.held())
                .set("accepted_note", plan.acceptedNote())
                .set("rejected_note", plan.rejectedNote())
                .set("signer", plan.signer())
                .set("signer_post", plan.signerPost());
        if (plan.announceAt() != null) form.set("announce_at", plan.announceAt().at());
        if (plan.presenterUntil() != null)
            form.set("presenter_until", plan.presenterUntil().at());
        return page(found, form, current.signature() != null);
    }

    @PostMapping
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView save(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable MultipartFile signature,
            RedirectAttributes redirect,
            Locale locale)
            throws IOException {
        var found = conferences.bySlug(conference);
        var posted = new Posted(sent);
        try {
            var version = posted.integer("version");
            planning.save(
                    found,
                    read(posted, found),
                    version == null ? 0 : version,
                    signature,
                    posted.isOn("without_signature"));
        } catch (Problem.InvalidInput | Problem.Conflict | Problem.Stale e) {
            var hasSignature = planning.current(found).signature() != null;
            return phrases.refused(page(found, posted, hasSignature), e, locale);
        }
        redirect.addFlashAttribute("flash", phrases.done("papers.decision-plan.saved", locale));
        return new ModelAndView("redirect:/manage/conferences/" + found.slug() + "/papers/decisions");
    }

    private static DecisionPlan read(Posted posted, ConferenceView conference) {
        posted.throwIfWrong();
        var wrong = new Violations();
        var held = posted.isOn("held");
        var announceAt = deadline(wrong, posted, "announce_at", conference);
        wrong.check(
                held || announceAt == null, "/announce_at", "not_held", "Only what is kept back is announced later.");
        var signer = posted.get("signer").strip();
        wrong.optionalText("/accepted_note", posted.texts("accepted_note"), LONGEST_NOTE)
                .optionalText("/rejected_note", posted.texts("rejected_note"), LONGEST_NOTE)
                .optionalText("/signer", signer, LONGEST_NAME)
                .optionalText("/signer_post", posted.texts("signer_post"), LONGEST_NAME);
        var presenters = deadline(wrong, posted, "presenter_until", conference);
        wrong.throwIfAny();
        return new DecisionPlan(
                held,
                announceAt,
                posted.texts("accepted_note"),
                posted.texts("rejected_note"),
                signer,
                posted.texts("signer_post"),
                presenters);
    }

    private static @Nullable Deadline deadline(
            Violations wrong, Posted posted, String field, ConferenceView conference) {
        var typed = posted.text(field);
        if (typed == null) return null;
        try {
            return new Deadline(
                    TypedTime.dayAndTime(typed), conference.timeZone().getId());
        } catch (DateTimeException e) {
            wrong.add("/" + field, "date", "This is not a date.");
            return null;
        }
    }

    private static ModelAndView page(ConferenceView conference, Posted form, boolean hasSignature) {
        return new ModelAndView("papers/decision-plan", Map.of("form", form))
                .addObject("slug", conference.slug())
                .addObject("zone", conference.timeZone())
                .addObject("hasSignature", hasSignature);
    }
}
