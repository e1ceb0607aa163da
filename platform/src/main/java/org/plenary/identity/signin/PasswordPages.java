package org.plenary.identity.signin;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Public;
import org.plenary.identity.account.Passwords;
import org.plenary.identity.account.StoredAccounts;
import org.plenary.kernel.Problem;
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

/** Setting a password by a link. Opening the link changes nothing, so programs that look at links do not use it up. */
@Controller
@PlatformHost
@Public
@RequestMapping("/password")
class PasswordPages {
    private final StoredAccounts accounts;
    private final Passwords passwords;
    private final PageErrors errors;

    PasswordPages(StoredAccounts accounts, Passwords passwords, PageErrors errors) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.errors = errors;
    }

    @GetMapping
    ModelAndView form(@RequestParam String link) {
        return page(link);
    }

    private ModelAndView page(String link) {
        var account = accounts.byPasswordLink(link);
        if (account.isEmpty()) return new ModelAndView("identity/password-link-used", HttpStatus.GONE);
        return new ModelAndView("identity/password")
                .addObject("link", link)
                .addObject("email", account.get().email());
    }

    @PostMapping
    ModelAndView set(
            @RequestParam String link, @RequestParam(required = false) @Nullable String password, Locale locale) {
        var violations = new Violations();
        passwords.check(violations, "/password", password);
        if (!violations.isEmpty() || password == null) {
            var problem = new Problem.InvalidInput(violations.list());
            var page = page(link).addObject("fieldErrors", errors.of(problem, locale));
            if (page.getStatus() == null) page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        if (!accounts.setPasswordByLink(link, passwords.hash(password)))
            return new ModelAndView("identity/password-link-used", HttpStatus.GONE);
        return new ModelAndView("redirect:/login?changed");
    }
}
