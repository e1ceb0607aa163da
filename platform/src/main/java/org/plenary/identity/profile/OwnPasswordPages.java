package org.plenary.identity.profile;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Public;
import org.plenary.identity.account.Passwords;
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

@Controller
@PlatformHost
@Public
@RequestMapping("/account/password")
class OwnPasswordPages {
    private final Self self;
    private final ChangingAccount changing;
    private final Passwords passwords;
    private final PageErrors errors;
    private final MessageSource messages;

    OwnPasswordPages(
            Self self, ChangingAccount changing, Passwords passwords, PageErrors errors, MessageSource messages) {
        this.self = self;
        this.changing = changing;
        this.passwords = passwords;
        this.errors = errors;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView form(@Nullable Authentication authentication) {
        return new ModelAndView("identity/account-password")
                .addObject("email", self.require(authentication).account().email());
    }

    @PostMapping
    ModelAndView change(
            @RequestParam(required = false) @Nullable String current,
            @RequestParam(required = false) @Nullable String password,
            @Nullable Authentication authentication,
            Locale locale,
            RedirectAttributes redirect) {
        var me = self.require(authentication);
        var violations = new Violations();
        self.checkPassword(violations, me, "/current", current);
        passwords.check(violations, "/password", password);
        if (!violations.isEmpty() || password == null) {
            return errors.refused(form(authentication), violations, locale);
        }
        changing.changePassword(me, passwords.hash(password));
        redirect.addFlashAttribute(
                "flash", Flash.success(messages.getMessage("identity.account-password.changed", null, locale)));
        return new ModelAndView("redirect:/account");
    }
}
