package org.plenary.admin.signup;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.plenary.identity.Address;
import org.plenary.identity.RateLimits;
import org.plenary.kernel.Secrets;
import org.springframework.stereotype.Component;

/** How long and how often. */
@Component
class SignupTerms {
    private final SignupSettings settings;
    private final RateLimits limits;
    private final Clock clock;

    SignupTerms(SignupSettings settings, RateLimits limits, Clock clock) {
        this.settings = settings;
        this.limits = limits;
        this.clock = clock;
    }

    Signup.Times fromNow() {
        var now = clock.instant();
        return new Signup.Times(now, now.plus(settings.openFor()), null, null, null, null);
    }

    boolean hasExpired(Signup signup) {
        return !signup.times().expiresAt().isAfter(clock.instant());
    }

    /** Each sign-up sends a mail to an address that somebody typed. */
    void takeSignup(HttpServletRequest from, SignupRequest request) {
        limits.take("signup:" + Address.network(from.getRemoteAddr()), settings.perAddress(), settings.period());
        var email = request.ownerOrEmpty().email();
        if (email == null) return;
        var address = Secrets.hash(email.strip().toLowerCase(Locale.ROOT));
        limits.take("signup-email:" + address, settings.perEmail(), settings.period());
    }

    void takeCode(UUID signup) {
        limits.take("signup-code:" + signup, settings.codesPerPeriod(), settings.period());
    }
}
