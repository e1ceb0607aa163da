package org.plenary.identity.provider;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Address;
import org.plenary.identity.Public;
import org.plenary.identity.RateLimits;
import org.plenary.identity.account.StoredAccounts;
import org.plenary.identity.limits.LimitSettings;
import org.plenary.kernel.Secrets;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.PlatformHost;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Whom a provider has named without an address of which we can be sure says which account is theirs, and shows it by a code that is
 * mailed. What is answered does not depend on whether there is such an account.
 */
@Controller
@PlatformHost
@Public
@RequestMapping("/login/address")
class AddressPages {
    private static final Duration PERIOD = Duration.ofHours(1);
    private static final String OVER = "redirect:/login?over";

    private final StoredAddressCodes codes;
    private final Arrival arrival;
    private final Limits limits;
    private final PageErrors errors;
    private final Clock clock;

    AddressPages(StoredAddressCodes codes, Arrival arrival, Limits limits, PageErrors errors, Clock clock) {
        this.codes = codes;
        this.arrival = arrival;
        this.limits = limits;
        this.errors = errors;
        this.clock = clock;
    }

    /** As those of asking for a new password: it is the same mailbox. */
    @Component
    record Limits(RateLimits rates, LimitSettings settings) {
        void take(String email, HttpServletRequest request) {
            rates.take("address-code:" + Address.network(request.getRemoteAddr()), settings.resetsOfAddress(), PERIOD);
            rates.take("address-code:" + Secrets.hash(StoredAccounts.normal(email)), settings.resets(), PERIOD);
        }
    }

    @GetMapping
    ModelAndView form(HttpServletRequest request) {
        return Pending.of(request, clock.instant())
                .map(pending -> page(pending, pending.named().email()))
                .orElseGet(() -> new ModelAndView(OVER));
    }

    private static ModelAndView page(Pending pending, @Nullable String email) {
        return new ModelAndView("identity/login-address")
                .addObject("provider", pending.named().title())
                .addObject("email", email);
    }

    @PostMapping
    ModelAndView ask(@RequestParam(defaultValue = "") String email, Locale locale, HttpServletRequest request) {
        var pending = Pending.of(request, clock.instant());
        if (pending.isEmpty()) return new ModelAndView(OVER);
        var typed = email.strip();
        var violations = new Violations().email("/email", typed);
        if (!violations.isEmpty()) {
            return errors.refused(page(pending.get(), typed), violations, locale);
        }
        limits.take(typed, request);
        pending.get().withCode(codes.ask(typed, locale)).keep(request);
        return new ModelAndView("redirect:/login/address/code");
    }

    @GetMapping("/code")
    ModelAndView code(HttpServletRequest request) {
        var pending = Pending.of(request, clock.instant());
        return pending.isEmpty() || pending.get().code() == null
                ? new ModelAndView(OVER)
                : new ModelAndView("identity/login-address-code");
    }

    @PostMapping("/code")
    @Nullable
    ModelAndView check(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var pending = Pending.of(request, clock.instant());
        var mailed = pending.map(Pending::code).orElse(null);
        if (pending.isEmpty() || mailed == null) return new ModelAndView(OVER);
        var email = codes.accept(mailed, code);
        if (email.isPresent()) {
            try {
                arrival.goOn(pending.get().named().withProved(email.get()), request, response);
                return null;
            } catch (ProviderFailure e) {
                return ProviderSignInPages.page(e.why());
            }
        }
        if (!codes.isOpen(mailed)) {
            Pending.forget(request);
            return new ModelAndView(OVER);
        }
        return new ModelAndView("identity/login-address-code", HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("wrong", true);
    }
}
