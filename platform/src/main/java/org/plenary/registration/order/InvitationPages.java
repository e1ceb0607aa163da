package org.plenary.registration.order;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Page;
import org.plenary.kernel.web.Posted;
import org.plenary.registration.fee.Fees;
import org.plenary.registration.policy.Policies;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The organizer's page of invitations: many at once, and what became of each. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/invitations")
@Requires(Permission.REGISTRATION_WRITE)
class InvitationPages {
    private static final int ROWS = 50;

    private final ConferenceApi conferences;
    private final Inviting inviting;
    private final Invitations invitations;
    private final FeesOfInvited fees;
    private final ApprovalPages.Words words;

    InvitationPages(
            ConferenceApi conferences,
            Inviting inviting,
            Invitations invitations,
            FeesOfInvited fees,
            ApprovalPages.Words words) {
        this.conferences = conferences;
        this.inviting = inviting;
        this.invitations = invitations;
        this.fees = fees;
        this.words = words;
    }

    @GetMapping
    ModelAndView list(
            @PathVariable String conference, @RequestParam(required = false) @Nullable String after, Locale locale) {
        return page(conferences.bySlug(conference), Posted.empty(), after, Map.of(), locale);
    }

    @PostMapping
    ModelAndView invite(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var posted = new Posted(values);
        var emails = List.of(posted.get("emails").split("[\\s,;]+"));
        try {
            var done = inviting.invite(found, new Inviting.Invite(posted.get("fee"), emails));
            redirect.addFlashAttribute(
                    "flash",
                    Flash.success(words.messages()
                            .getMessage(
                                    "registration.invitations.done",
                                    new Object[] {done.invited(), done.known()},
                                    locale)));
            return back(found);
        } catch (Problem.InvalidInput e) {
            return page(found, posted, null, named(e, emails, locale), locale);
        }
    }

    /** All addresses stand in one field: which of them is wrong is said. */
    private Map<String, String> named(Problem.InvalidInput wrong, List<String> emails, Locale locale) {
        var errors = new HashMap<String, String>();
        words.errors().of(wrong, locale).forEach((field, message) -> {
            if (!field.startsWith("emails.")) errors.putIfAbsent(field, message);
            else
                errors.merge(
                        "emails",
                        emails.get(Integer.parseInt(field.substring("emails.".length()))) + ": " + message,
                        (one, other) -> one + " " + other);
        });
        return errors;
    }

    @PostMapping("/{invitation}/{act:mail|revocation}")
    ModelAndView act(
            @PathVariable String conference,
            @PathVariable UUID invitation,
            @PathVariable String act,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        try {
            if (act.equals("mail")) inviting.resend(found, invitation);
            else inviting.revoke(found, invitation);
            redirect.addFlashAttribute(
                    "flash", Flash.success(words.text("registration.invitations." + act + "-done", locale)));
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute(
                    "flash",
                    Flash.failure(
                            words.errors().of(e, locale).values().iterator().next()));
        }
        return back(found);
    }

    private static ModelAndView back(ConferenceView conference) {
        return new ModelAndView("redirect:/manage/conferences/" + conference.slug() + "/invitations");
    }

    private ModelAndView page(
            ConferenceView conference, Posted form, @Nullable String after, Map<String, String> errors, Locale locale) {
        var rows = invitations.list(conference.id(), ROWS + 1, OrderQueries.cursor(after));
        var page = Page.of(rows, ROWS, row -> row.id().toString());
        var base = "/manage/conferences/" + conference.slug() + "/invitations";
        var view = new ModelAndView("registration/invitations");
        view.addObject("slug", conference.slug());
        view.addObject("zone", conference.timeZone());
        view.addObject("form", form);
        view.addObject("fees", fees.choices(conference, locale));
        view.addObject("names", fees.names(conference, locale));
        view.addObject("invitations", page.items());
        view.addObject("first", after == null ? null : base);
        view.addObject("next", page.next() == null ? null : base + "?after=" + page.next());
        if (errors.isEmpty()) return view;
        view.addObject("fieldErrors", errors);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    /** The fees that people are invited to. */
    @Component
    record FeesOfInvited(Fees fees, Policies policies) {
        List<Choice> choices(ConferenceView conference, Locale locale) {
            var closed = policies.of(conference.id()).invitationOnly();
            return fees.all(conference.id()).stream()
                    .filter(fee -> closed.contains(fee.key()))
                    .map(fee -> new Choice(fee.key(), fee.name().in(locale)))
                    .toList();
        }

        Map<String, String> names(ConferenceView conference, Locale locale) {
            var names = new HashMap<String, String>();
            fees.all(conference.id())
                    .forEach(fee -> names.put(fee.key(), fee.name().in(locale)));
            return names;
        }
    }
}
