package org.plenary.registration.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.registration.fee.Fees;
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

/** The organizer's page of what delegates may change, and of refunds. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/registration-policy")
class PolicyPages {
    private final ConferenceApi conferences;
    private final Policies policies;
    private final PageErrors errors;
    private final MessageSource messages;
    private final Fees fees;

    PolicyPages(ConferenceApi conferences, Policies policies, PageErrors errors, MessageSource messages, Fees fees) {
        this.conferences = conferences;
        this.policies = policies;
        this.errors = errors;
        this.messages = messages;
        this.fees = fees;
    }

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    ModelAndView show(@PathVariable String conference, Locale locale) {
        var found = conferences.bySlug(conference);
        return page(found, filled(policies.kept(found.id())), Map.of(), locale);
    }

    @PostMapping
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView save(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var posted = new Posted(values);
        try {
            var policy = policy(posted);
            posted.throwIfWrong();
            policies.put(found, policy, posted.ifMatch());
        } catch (Problem.InvalidInput | Problem.Stale e) {
            var view = page(found, posted, errors.of(e, locale), locale);
            view.setStatus(e instanceof Problem.Stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        redirect.addFlashAttribute(
                "flash", Flash.success(messages.getMessage("registration.policy.saved", null, locale)));
        return new ModelAndView("redirect:/manage/conferences/" + found.slug() + "/registration-policy");
    }

    /** Empty rows are left out; a row with one half only keeps its place, for the rules to point at. */
    private static Policy policy(Posted posted) {
        var steps = new ArrayList<Policy.Step>();
        for (var i = 0; i < Policy.MAXIMUM_STEPS; i++) {
            var until = posted.date("refunds." + i + ".until");
            var percent = posted.integer("refunds." + i + ".percent");
            if (until != null || percent != null) steps.add(step(until, percent));
        }
        return new Policy(
                posted.date("edit_until"),
                posted.date("transfer_until"),
                posted.isOn("self_withdrawal"),
                posted.isOn("guests_stay"),
                posted.isOn("fee_change"),
                posted.all("needs_approval"),
                posted.all("invitation_only"),
                posted.integer("approval_days"),
                posted.integer("payment_days"),
                steps);
    }

    @SuppressWarnings("NullAway") // the rules say what is missing
    private static Policy.Step step(
            @org.jspecify.annotations.Nullable LocalDate until, @org.jspecify.annotations.Nullable Integer percent) {
        return new Policy.Step(until, percent == null ? -1 : percent);
    }

    private static Posted filled(Policies.Kept kept) {
        var policy = kept.policy();
        var form = Posted.empty()
                .set("edit_until", policy.editUntil())
                .set("transfer_until", policy.transferUntil())
                .set("self_withdrawal", policy.selfWithdrawal())
                .set("guests_stay", policy.mayStayUnregistered())
                .set("fee_change", policy.feeChange())
                .set("needs_approval", policy.needsApproval())
                .set("invitation_only", policy.invitationOnly())
                .set("approval_days", policy.approvalDays())
                .set("payment_days", policy.paymentDays())
                .set("version", kept.version());
        for (var i = 0; i < policy.refunds().size(); i++)
            form.set("refunds." + i + ".until", policy.refunds().get(i).until())
                    .set("refunds." + i + ".percent", policy.refunds().get(i).percent());
        return form;
    }

    private ModelAndView page(ConferenceView conference, Posted form, Map<String, String> errors, Locale locale) {
        var view = new ModelAndView("registration/policy");
        view.addObject(
                "fees",
                fees.all(conference.id()).stream()
                        .map(fee -> new Choice(fee.key(), fee.name().in(locale)))
                        .toList());
        view.addObject("slug", conference.slug());
        view.addObject("form", form);
        view.addObject("start", conference.startsOn());
        view.addObject("steps", IntStream.range(0, Policy.MAXIMUM_STEPS).boxed().toList());
        if (!errors.isEmpty()) view.addObject("fieldErrors", errors);
        return view;
    }
}
