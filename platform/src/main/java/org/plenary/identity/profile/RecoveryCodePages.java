package org.plenary.identity.profile;

import java.util.List;
import java.util.Locale;
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

/** New recovery codes, which end the old ones; they are shown in the answer and never again. */
@Controller
@PlatformHost
@Public
@RequestMapping("/account/recovery-codes")
class RecoveryCodePages {
    private final Self self;
    private final SecondFactor secondFactor;
    private final Factors factors;
    private final PageErrors errors;

    RecoveryCodePages(Self self, SecondFactor secondFactor, Factors factors, PageErrors errors) {
        this.self = self;
        this.secondFactor = secondFactor;
        this.factors = factors;
        this.errors = errors;
    }

    /** @param because the key of the text that says what has just been done */
    static ModelAndView page(List<String> codes, String because) {
        return new ModelAndView("identity/recovery-codes")
                .addObject("codes", codes)
                .addObject("because", because);
    }

    @GetMapping
    ModelAndView form(@Nullable Authentication authentication) {
        var me = self.require(authentication);
        if (!factors.of(me.id()).isSetUp()) return new ModelAndView("redirect:/account");
        return new ModelAndView("identity/recovery-codes-new")
                .addObject("email", me.account().email());
    }

    @PostMapping
    ModelAndView renew(
            @RequestParam(required = false) @Nullable String current,
            @Nullable Authentication authentication,
            Locale locale) {
        var me = self.require(authentication);
        var page = form(authentication);
        if (!"identity/recovery-codes-new".equals(page.getViewName())) return page;
        var violations = new Violations();
        self.checkPassword(violations, me, "/current", current);
        if (violations.isEmpty()) return page(secondFactor.renew(me.id()), "identity.recovery-codes.renewed");
        return errors.refused(page, violations, locale);
    }
}
