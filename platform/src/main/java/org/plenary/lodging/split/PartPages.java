package org.plenary.lodging.split;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.lodging.mate.MovingIn;
import org.plenary.registration.SharedCosts;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a room-mate over their part of the costs; opened by their own link. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/room-mates/{mate}/part")
class PartPages {
    private final ConferenceApi conferences;
    private final MovingIn mates;
    private final Paying paying;
    private final SplitWords words;

    PartPages(ConferenceApi conferences, MovingIn mates, Paying paying, SplitWords words) {
        this.conferences = conferences;
        this.mates = mates;
        this.paying = paying;
        this.words = words;
    }

    /** The part as it stands, and what becomes of it. */
    @Component("payingParts")
    record Paying(SplitRows rows, Splitting splitting, Accepting accepting) {}

    /** Whom the invoice is for, as they typed it. */
    record Form(
            @Nullable String name,
            @Nullable String email,
            @Nullable String country) {
        SharedCosts.Payer payer(Locale locale) {
            return new SharedCosts.Payer(
                    Objects.requireNonNullElse(name, "").strip(),
                    Objects.requireNonNullElse(email, "").strip(),
                    Objects.requireNonNullElse(country, ""),
                    locale);
        }
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String conference,
            @PathVariable UUID mate,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale) {
        var found = conferences.bySlug(conference);
        return page(found, mates.open(found, mate, secret), secret, null, locale);
    }

    @PostMapping("/payment")
    ModelAndView pay(
            @PathVariable String conference,
            @PathVariable UUID mate,
            @RequestParam(required = false) @Nullable String secret,
            Form form,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var opened = mates.open(found, mate, secret);
        URI payment;
        try {
            payment = paying.accepting().pay(found, opened.id(), form.payer(locale));
        } catch (Problem.InvalidInput | Problem.Conflict | Problem.Unavailable e) {
            return words.again(page(found, opened, secret, form, locale), e, locale);
        }
        return new ModelAndView("redirect:" + payment);
    }

    @PostMapping("/refusal")
    ModelAndView decline(
            @PathVariable String conference,
            @PathVariable UUID mate,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        paying.splitting().decline(mates.open(found, mate, secret).id());
        redirect.addFlashAttribute("flash", words.done("declined", locale));
        redirect.addAttribute("secret", secret);
        return new ModelAndView("redirect:/c/" + found.slug() + "/room-mates/" + mate + "/part");
    }

    private ModelAndView page(
            ConferenceView conference,
            MovingIn.Mover mate,
            @Nullable String secret,
            @Nullable Form typed,
            Locale locale) {
        var split = paying.rows().latestOf(mate.id()).orElseThrow(() -> new Problem.NotFound("This part"));
        var shared = mates.shared(conference, mate.id());
        var form = typed != null ? typed : new Form(mate.name(), mate.email(), "");
        return new ModelAndView(
                "lodging/room-part",
                Map.ofEntries(
                        Map.entry("slug", conference.slug()),
                        Map.entry("name", conference.name().in(locale)),
                        Map.entry("zone", conference.timeZone()),
                        Map.entry("mate", mate.id()),
                        Map.entry("secret", String.valueOf(secret)),
                        Map.entry("hotel", shared.hotel().in(locale)),
                        Map.entry("type", shared.type().in(locale)),
                        Map.entry("shared", shared),
                        Map.entry("split", split),
                        Map.entry("isOpen", split.isOpen() && mate.isIn()),
                        Map.entry("state", split.status().stored()),
                        Map.entry("form", form),
                        Map.entry("countries", words.countries(locale))));
    }
}
