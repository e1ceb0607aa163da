package org.plenary.identity.passkey;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Public;
import org.plenary.identity.profile.Self;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.PlatformHost;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@PlatformHost
@Public
@RequestMapping("/account/passkeys/{id}/removal")
class PasskeyRemovalPages {
    private final Self self;
    private final StoredPasskeys stored;
    private final OwnPasskeys passkeys;
    private final PageErrors errors;
    private final MessageSource messages;

    PasskeyRemovalPages(
            Self self, StoredPasskeys stored, OwnPasskeys passkeys, PageErrors errors, MessageSource messages) {
        this.self = self;
        this.stored = stored;
        this.passkeys = passkeys;
        this.errors = errors;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView form(@PathVariable UUID id, @Nullable Authentication authentication) {
        var me = self.require(authentication);
        var passkey = stored.of(me.id(), id).orElseThrow(() -> new Problem.NotFound("The passkey"));
        return new ModelAndView("identity/passkey-removal")
                .addObject("email", me.account().email())
                .addObject("passkey", passkey);
    }

    @PostMapping
    ModelAndView remove(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String current,
            @Nullable Authentication authentication,
            Locale locale,
            RedirectAttributes redirect) {
        var me = self.require(authentication);
        var violations = new Violations();
        self.checkPassword(violations, me, "/current", current);
        if (!violations.isEmpty()) {
            return errors.refused(form(id, authentication), violations, locale);
        }
        passkeys.remove(me, id);
        redirect.addFlashAttribute(
                "flash", Flash.success(messages.getMessage("identity.passkey.removed", null, locale)));
        return new ModelAndView("redirect:/account");
    }
}
