package org.plenary.identity.email;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.EmailChanges.Kind;
import org.plenary.identity.Public;
import org.plenary.identity.RateLimits;
import org.plenary.identity.account.StoredAccounts;
import org.plenary.identity.account.StoredAddresses;
import org.plenary.identity.profile.Self;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.PlatformHost;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Further addresses by which somebody can sign in and be invited: one more, one fewer, and which of them gets the mails. */
@Controller
@PlatformHost
@Public
@RequestMapping("/account/addresses")
class OtherAddressPages {
    private static final Duration PERIOD = Duration.ofHours(1);
    private static final int MOST = 5;

    private final Self self;
    private final Changes changes;
    private final RateLimits limits;
    private final PageErrors errors;
    private final MessageSource messages;

    OtherAddressPages(Self self, Changes changes, RateLimits limits, PageErrors errors, MessageSource messages) {
        this.self = self;
        this.changes = changes;
        this.limits = limits;
        this.errors = errors;
        this.messages = messages;
    }

    /** What there is, and what becomes of it. */
    @Component
    record Changes(StoredAddresses stored, ChangingEmail changing) {
        StoredAddresses.Other require(UUID account, UUID id) {
            return stored.of(account, id).orElseThrow(() -> new Problem.NotFound("The address"));
        }

        boolean has(Self.Me me, String email) {
            return me.account().email().equals(email)
                    || stored.of(me.id()).stream().anyMatch(each -> each.email().equals(email));
        }
    }

    @GetMapping("/new")
    ModelAndView form(@Nullable Authentication authentication) {
        return page(self.require(authentication), "");
    }

    private static ModelAndView page(Self.Me me, String typed) {
        return new ModelAndView("identity/address-new")
                .addObject("old", me.account().email())
                .addObject("email", typed);
    }

    @PostMapping
    ModelAndView ask(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(required = false) @Nullable String current,
            @Nullable Authentication authentication,
            Locale locale,
            RedirectAttributes redirect) {
        var me = self.require(authentication);
        var typed = email.strip();
        var violations = new Violations()
                .email("/email", typed)
                .check(
                        !changes.has(me, StoredAccounts.normal(typed)),
                        "/email",
                        "same_email",
                        "This is your address already.")
                // else whoever made the account could confirm its address by one of their own
                .check(
                        me.account().verified(),
                        "/email",
                        "confirm_first",
                        "Confirm the address that your account has first.")
                .check(
                        changes.stored().of(me.id()).size() < StoredAddresses.MOST,
                        "/email",
                        "too_many_addresses",
                        "There are as many as there can be.");
        self.checkPassword(violations, me, "/current", current);
        if (!violations.isEmpty()) return errors.refused(page(me, typed), violations, locale);
        limits.take("email-change:" + me.id(), MOST, PERIOD);
        changes.changing().ask(me.account(), Kind.ADD, typed, locale);
        return done("sent", typed, locale, redirect);
    }

    @GetMapping("/{id}/first")
    ModelAndView firstQuestion(@PathVariable UUID id, @Nullable Authentication authentication) {
        return question("identity/address-first", id, authentication);
    }

    private ModelAndView question(String view, UUID id, @Nullable Authentication authentication) {
        var me = self.require(authentication);
        return new ModelAndView(view)
                .addObject("old", me.account().email())
                .addObject("address", changes.require(me.id(), id));
    }

    @PostMapping("/{id}/first")
    ModelAndView makeFirst(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String current,
            @Nullable Authentication authentication,
            Locale locale,
            RedirectAttributes redirect) {
        var me = self.require(authentication);
        var page = firstQuestion(id, authentication);
        var violations = new Violations();
        self.checkPassword(violations, me, "/current", current);
        if (!violations.isEmpty()) return errors.refused(page, violations, locale);
        var email = changes.require(me.id(), id).email();
        changes.changing().makeFirst(me.account(), email, locale);
        return done("made-first", email, locale, redirect);
    }

    @GetMapping("/{id}/removal")
    ModelAndView removalQuestion(@PathVariable UUID id, @Nullable Authentication authentication) {
        return question("identity/address-removal", id, authentication);
    }

    @PostMapping("/{id}/removal")
    ModelAndView remove(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String current,
            @Nullable Authentication authentication,
            Locale locale,
            RedirectAttributes redirect) {
        var me = self.require(authentication);
        var page = removalQuestion(id, authentication);
        var violations = new Violations();
        self.checkPassword(violations, me, "/current", current);
        if (!violations.isEmpty()) return errors.refused(page, violations, locale);
        var email = changes.require(me.id(), id).email();
        changes.changing().remove(me.account(), me.signIn(), email);
        return done("removed", email, locale, redirect);
    }

    private ModelAndView done(String what, String email, Locale locale, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "flash",
                Flash.success(messages.getMessage("identity.addresses." + what, new Object[] {email}, locale)));
        return new ModelAndView("redirect:/account");
    }
}
