package org.plenary.registration.letter;

import java.util.Arrays;
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
import org.plenary.kernel.web.Chip;
import org.plenary.kernel.web.Phrases;
import org.plenary.registration.letter.LetterRequest.State;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who asks for an invitation, for staff who look at each before it is issued. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/letters")
class LetterRequestPages {
    private static final int PAGE = 20;

    private final ConferenceApi conferences;
    private final LetterChecking checking;
    private final LetterRequests requests;
    private final LetterRules rules;
    private final Phrases phrases;

    LetterRequestPages(
            ConferenceApi conferences,
            LetterChecking checking,
            LetterRequests requests,
            LetterRules rules,
            Phrases phrases) {
        this.conferences = conferences;
        this.checking = checking;
        this.requests = requests;
        this.rules = rules;
        this.phrases = phrases;
    }

    @GetMapping
    @Requires(Permission.REGISTRATION_READ)
    ModelAndView list(
            @PathVariable String conference,
            @RequestParam(defaultValue = "asked") String state,
            @RequestParam(defaultValue = "0") int from,
            Locale locale) {
        return page(conferences.bySlug(conference), wanted(state), Math.max(0, from), locale);
    }

    @PostMapping("/{delegate}/approval")
    @Requires(Permission.REGISTRATION_WRITE)
    ModelAndView approve(
            @PathVariable String conference, @PathVariable UUID delegate, RedirectAttributes redirect, Locale locale) {
        var found = conferences.bySlug(conference);
        try {
            checking.approve(found, delegate);
        } catch (Problem.Conflict e) {
            return phrases.refused(page(found, State.ASKED, 0, locale), e, locale);
        }
        redirect.addFlashAttribute("flash", phrases.done("registration.letter.approved-now", locale));
        return back(found);
    }

    @PostMapping("/{delegate}/refusal")
    @Requires(Permission.REGISTRATION_WRITE)
    ModelAndView refuse(
            @PathVariable String conference,
            @PathVariable UUID delegate,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.bySlug(conference);
        try {
            checking.refuse(found, delegate, reason);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return phrases.refused(page(found, State.ASKED, 0, locale), e, locale)
                    .addObject("refusing", delegate)
                    .addObject("reason", reason);
        }
        redirect.addFlashAttribute("flash", phrases.done("registration.letter.refused-now", locale));
        return back(found);
    }

    private ModelAndView page(ConferenceView conference, State state, int from, Locale locale) {
        var lines = checking.lines(conference, state, from, PAGE + 1);
        var base = "/manage/conferences/" + conference.slug() + "/letters?state=" + state.code();
        return new ModelAndView(
                        "registration/letter-requests",
                        Map.of("lines", lines.stream().limit(PAGE).toList()))
                .addObject("slug", conference.slug())
                .addObject("zone", conference.timeZone())
                .addObject("rule", rules.of(conference.id()))
                .addObject("state", state.code())
                .addObject("chips", chips(conference, state, locale))
                .addObject("first", from == 0 ? null : base)
                .addObject("next", lines.size() > PAGE ? base + "&from=" + (from + PAGE) : null);
    }

    private List<Chip> chips(ConferenceView conference, State chosen, Locale locale) {
        return Arrays.stream(State.values())
                .map(each -> new Chip(
                        "/manage/conferences/" + conference.slug() + "/letters?state=" + each.code(),
                        phrases.text("registration.letter.request-" + each.code(), locale),
                        each == chosen,
                        requests.count(conference.id(), each)))
                .toList();
    }

    private static State wanted(String code) {
        return Arrays.stream(State.values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElse(State.ASKED);
    }

    private static ModelAndView back(ConferenceView conference) {
        return new ModelAndView("redirect:/manage/conferences/" + conference.slug() + "/letters");
    }
}
