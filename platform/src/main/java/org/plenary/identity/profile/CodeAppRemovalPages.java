package org.plenary.identity.profile;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Address;
import org.plenary.identity.Public;
import org.plenary.identity.factor.CodeTries;
import org.plenary.identity.factor.SecondFactor;
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

/** Giving up one-time codes, for who knows the password and has a code. */
@Controller
@PlatformHost
@Public
@RequestMapping("/account/code-app/removal")
class CodeAppRemovalPages {
    private final Self self;
    private final SecondFactor secondFactor;
    private final CodeTries tries;
    private final PageErrors errors;
    private final MessageSource messages;

    CodeAppRemovalPages(
            Self self, SecondFactor secondFactor, CodeTries tries, PageErrors errors, MessageSource messages) {
        this.self = self;
        this.secondFactor = secondFactor;
        this.tries = tries;
        this.errors = errors;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView form(@Nullable Authentication authentication) {
        return new ModelAndView("identity/code-app-removal")
                .addObject("email", self.require(authentication).account().email());
    }

    @PostMapping
    ModelAndView remove(
            @RequestParam(required = false) @Nullable String current,
            @RequestParam(defaultValue = "") String code,
            @Nullable Authentication authentication,
            HttpServletRequest request,
            Locale locale,
            RedirectAttributes redirect) {
        var me = self.require(authentication);
        var violations = new Violations();
        self.checkPassword(violations, me, "/current", current);
        if (violations.isEmpty()) {
            tries.take(me.id(), Address.network(request.getRemoteAddr()), true);
            violations.check(
                    secondFactor.remove(me.id(), code), "/code", "wrong_factor_code", "This code is not right.");
        }
        if (!violations.isEmpty()) {
            return errors.refused(form(authentication), violations, locale);
        }
        redirect.addFlashAttribute(
                "flash", Flash.success(messages.getMessage("identity.code-app-removal.removed", null, locale)));
        return new ModelAndView("redirect:/account");
    }
}
