package org.plenary.identity.profile;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Public;
import org.plenary.identity.factor.Factors;
import org.plenary.identity.factor.SecondFactor;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.PlatformHost;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Setting up an app that makes one-time codes: the password first, then the secret, then a code as a proof. */
@Controller
@PlatformHost
@Public
@RequestMapping("/account/code-app")
class CodeAppPages {
    private static final String ACCOUNT = "redirect:/account";

    private final Self self;
    private final SecondFactor secondFactor;
    private final Factors factors;
    private final PageErrors errors;

    CodeAppPages(Self self, SecondFactor secondFactor, Factors factors, PageErrors errors) {
        this.self = self;
        this.secondFactor = secondFactor;
        this.factors = factors;
        this.errors = errors;
    }

    @GetMapping
    ModelAndView start(@Nullable Authentication authentication) {
        var me = self.require(authentication);
        if (factors.of(me.id()).app()) return new ModelAndView(ACCOUNT);
        return new ModelAndView("identity/code-app")
                .addObject("email", me.account().email());
    }

    @PostMapping
    ModelAndView begin(
            @RequestParam(required = false) @Nullable String current,
            @Nullable Authentication authentication,
            Locale locale) {
        var me = self.require(authentication);
        var violations = new Violations();
        self.checkPassword(violations, me, "/current", current);
        if (!violations.isEmpty()) return errors.refused(start(authentication), violations, locale);
        secondFactor.begin(me.id());
        return new ModelAndView("redirect:/account/code-app/confirmation");
    }

    @GetMapping("/confirmation")
    ModelAndView secret(@Nullable Authentication authentication) {
        var me = self.require(authentication);
        return secondFactor
                .pending(me.id(), me.account().email())
                .map(pending -> new ModelAndView("identity/code-app-confirmation", Map.of("pending", pending)))
                .orElseGet(() -> new ModelAndView("redirect:/account/code-app"));
    }

    @PostMapping("/confirmation")
    ModelAndView confirm(
            @RequestParam(defaultValue = "") String code, @Nullable Authentication authentication, Locale locale) {
        var me = self.require(authentication);
        var codes = secondFactor.confirm(me.id(), me.signIn(), code);
        if (codes.isPresent()) return RecoveryCodePages.page(codes.get(), "identity.recovery-codes.app-works");
        var page = secret(authentication);
        return "identity/code-app-confirmation".equals(page.getViewName())
                ? errors.refused(
                        page, new Violations().add("/code", "wrong_factor_code", "This code is not right."), locale)
                : page;
    }
}
