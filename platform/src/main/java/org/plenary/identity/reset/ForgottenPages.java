package org.plenary.identity.reset;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Address;
import org.plenary.identity.Public;
import org.plenary.identity.RateLimits;
import org.plenary.identity.account.StoredAccounts;
import org.plenary.identity.limits.LimitSettings;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Secrets;
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

/** Asking for a link by mail. What is answered does not depend on whether there is such an account. */
@Controller
@PlatformHost
@Public
@RequestMapping("/password/forgotten")
class ForgottenPages {
    private static final Duration PERIOD = Duration.ofHours(1);

    private final StoredResets resets;
    private final RateLimits limits;
    private final LimitSettings settings;
    private final PageErrors errors;

    ForgottenPages(StoredResets resets, RateLimits limits, LimitSettings settings, PageErrors errors) {
        this.resets = resets;
        this.limits = limits;
        this.settings = settings;
        this.errors = errors;
    }

    @GetMapping
    String form() {
        return "identity/password-forgotten";
    }

    @PostMapping
    ModelAndView ask(
            @RequestParam(required = false) @Nullable String email, Locale locale, HttpServletRequest request) {
        var typed = email == null ? "" : email.strip();
        var violations = new Violations().email("/email", typed);
        if (!violations.isEmpty())
            return again(typed, HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("fieldErrors", errors.of(new Problem.InvalidInput(violations.list()), locale));
        try {
            limit(typed, Address.network(request.getRemoteAddr()));
        } catch (Problem.TooMany e) {
            return again(typed, HttpStatus.TOO_MANY_REQUESTS).addObject("limited", true);
        }
        resets.ask(typed, locale);
        return new ModelAndView("redirect:/password/forgotten/sent");
    }

    private void limit(String email, String address) {
        limits.take("password-reset:" + address, settings.resetsOfAddress(), PERIOD);
        limits.take("password-reset:" + Secrets.hash(StoredAccounts.normal(email)), settings.resets(), PERIOD);
    }

    private static ModelAndView again(String typed, HttpStatus status) {
        return new ModelAndView("identity/password-forgotten", status).addObject("email", typed);
    }

    @GetMapping("/sent")
    String sent() {
        return "identity/password-forgotten-sent";
    }
}
