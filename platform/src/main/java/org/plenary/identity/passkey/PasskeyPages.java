package org.plenary.identity.passkey;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Public;
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

/** Adding a passkey: a name and the password first, then the browser makes it. */
@Controller
@PlatformHost
@Public
@RequestMapping("/account/passkeys")
class PasskeyPages {
    private static final int LONGEST_NAME = 100;

    private final Self self;
    private final Ceremony ceremony;
    private final OwnPasskeys passkeys;
    private final PageErrors errors;
    private final MessageSource messages;

    PasskeyPages(Self self, Ceremony ceremony, OwnPasskeys passkeys, PageErrors errors, MessageSource messages) {
        this.self = self;
        this.ceremony = ceremony;
        this.passkeys = passkeys;
        this.errors = errors;
        this.messages = messages;
    }

    @GetMapping("/new")
    ModelAndView form(@Nullable Authentication authentication) {
        return page(self.require(authentication), "");
    }

    private static ModelAndView page(Self.Me me, String name) {
        return new ModelAndView("identity/passkey-new")
                .addObject("email", me.account().email())
                .addObject("name", name);
    }

    @PostMapping("/new")
    ModelAndView make(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable String current,
            @Nullable Authentication authentication,
            HttpServletRequest request,
            Locale locale) {
        var me = self.require(authentication);
        var violations = new Violations().text("/name", name, LONGEST_NAME);
        self.checkPassword(violations, me, "/current", current);
        if (!violations.isEmpty() || authentication == null) {
            return errors.refused(page(me, name), violations, locale);
        }
        return new ModelAndView("identity/passkey-make")
                .addObject("name", name)
                .addObject("options", ceremony.make(authentication, name.strip(), request));
    }

    @PostMapping
    ModelAndView add(
            @RequestParam(defaultValue = "") String credential,
            @Nullable Authentication authentication,
            HttpServletRequest request,
            Locale locale,
            RedirectAttributes redirect) {
        var recovery = passkeys.add(self.require(authentication), credential, request);
        if (recovery.isEmpty()) {
            redirect.addFlashAttribute("flash", Flash.failure(text("refused", locale)));
            return new ModelAndView("redirect:/account/passkeys/new");
        }
        if (!recovery.get().isEmpty())
            return new ModelAndView("identity/recovery-codes")
                    .addObject("codes", recovery.get())
                    .addObject("because", "identity.recovery-codes.passkey-works");
        redirect.addFlashAttribute("flash", Flash.success(text("added", locale)));
        return new ModelAndView("redirect:/account");
    }

    private String text(String what, Locale locale) {
        return String.valueOf(messages.getMessage("identity.passkey." + what, null, locale));
    }
}
