package org.plenary.identity.email;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.EmailChanges.Kind;
import org.plenary.identity.Public;
import org.plenary.identity.RateLimits;
import org.plenary.identity.account.StoredAccounts;
import org.plenary.identity.profile.Self;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.PlatformHost;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking for another e-mail address. */
@Controller
@PlatformHost
@Public
@RequestMapping("/account/email")
class EmailPages {
    private static final Duration PERIOD = Duration.ofHours(1);
    private static final int MOST = 5;

    private final Self self;
    private final ChangingEmail changing;
    private final RateLimits limits;
    private final PageErrors errors;
    private final MessageSource messages;

    EmailPages(Self self, ChangingEmail changing, RateLimits limits, PageErrors errors, MessageSource messages) {
        this.self = self;
        this.changing = changing;
        this.limits = limits;
        this.errors = errors;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView form(@Nullable Authentication authentication) {
        return page(self.require(authentication), "");
    }

    private static ModelAndView page(Self.Me me, String typed) {
        return new ModelAndView("identity/account-email")
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
                        !StoredAccounts.normal(typed).equals(me.account().email()),
                        "/email",
                        "same_email",
                        "This is your address already.");
        self.checkPassword(violations, me, "/current", current);
        if (!violations.isEmpty()) {
            return errors.refused(page(me, typed), violations, locale);
        }
        limits.take("email-change:" + me.id(), MOST, PERIOD);
        changing.ask(me.account(), Kind.INSTEAD, typed, locale);
        redirect.addFlashAttribute(
                "flash",
                Flash.success(messages.getMessage("identity.account-email.sent", new Object[] {typed}, locale)));
        return new ModelAndView("redirect:/account");
    }
}
