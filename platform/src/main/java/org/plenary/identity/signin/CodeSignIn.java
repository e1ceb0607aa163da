package org.plenary.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.plenary.identity.Address;
import org.plenary.identity.account.StoredAccounts;
import org.plenary.identity.factor.CodeTries;
import org.plenary.identity.factor.SecondFactor;
import org.plenary.identity.session.KnownDevices;
import org.springframework.stereotype.Component;

/** Whether somebody who has shown the password may show a code, and whether the code is right. */
@Component
class CodeSignIn {
    private final StoredAccounts accounts;
    private final SecondFactor secondFactor;
    private final CodeTries tries;
    private final KnownDevices devices;
    private final Clock clock;

    CodeSignIn(StoredAccounts accounts, SecondFactor secondFactor, CodeTries tries, KnownDevices devices, Clock clock) {
        this.accounts = accounts;
        this.secondFactor = secondFactor;
        this.tries = tries;
        this.devices = devices;
        this.clock = clock;
    }

    /** Nobody when the password was changed since it was shown. */
    Optional<HalfSignedIn> half(HttpServletRequest request) {
        return HalfSignedIn.of(request, clock.instant())
                .filter(half -> accounts.byId(half.account()).filter(half::isOf).isPresent());
    }

    boolean accepts(HalfSignedIn half, String code, HttpServletRequest request) {
        tries.take(half.account(), Address.network(request.getRemoteAddr()), devices.knows(half.account(), request));
        return secondFactor.accepts(half.account(), code);
    }
}
