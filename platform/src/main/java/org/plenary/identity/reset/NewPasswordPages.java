package org.plenary.identity.reset;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Public;
import org.plenary.identity.account.Passwords;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.PlatformHost;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where the mailed link leads. Opening it changes nothing, so programs that look at links do not use it up. */
@Controller
@PlatformHost
@Public
@RequestMapping("/password/new")
class NewPasswordPages {
    private final Resetting resetting;
    private final Passwords passwords;
    private final PageErrors errors;

    NewPasswordPages(Resetting resetting, Passwords passwords, PageErrors errors) {
        this.resetting = resetting;
        this.passwords = passwords;
        this.errors = errors;
    }

    @GetMapping
    ModelAndView form(@RequestParam(defaultValue = "") String link) {
        return resetting
                .emailOf(link)
                .map(email -> new ModelAndView("identity/password-new")
                        .addObject("link", link)
                        .addObject("email", email))
                .orElseGet(NewPasswordPages::gone);
    }

    @PostMapping
    ModelAndView set(
            @RequestParam(defaultValue = "") String link,
            @RequestParam(required = false) @Nullable String password,
            Locale locale) {
        var page = form(link);
        if (page.getStatus() != null) return page;
        var violations = new Violations();
        passwords.check(violations, "/password", password);
        if (!violations.isEmpty() || password == null) {
            return errors.refused(page, violations, locale);
        }
        return resetting.set(link, passwords.hash(password)) ? new ModelAndView("redirect:/login?changed") : gone();
    }

    private static ModelAndView gone() {
        return new ModelAndView("identity/password-new-gone", HttpStatus.GONE);
    }
}
