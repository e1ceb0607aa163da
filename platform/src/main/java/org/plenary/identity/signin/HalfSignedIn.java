package org.plenary.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.account.Account;
import org.plenary.identity.session.Proof;
import org.plenary.identity.session.Via;
import org.plenary.kernel.Secrets;

/**
 * Somebody who has shown their password, or was named by a provider, and has yet to show a second factor. It is kept beside the session's sign-in and not
 * as one, so it opens nothing; it ends after a while, after some wrong codes, and with the password that was shown.
 *
 * @param password a hash of the password's hash
 * @param via the provider, if it was one
 */
record HalfSignedIn(
        UUID account,
        String password,
        Instant at,
        int wrong,
        @Nullable Via via) implements Serializable {
    private static final long serialVersionUID = 1;
    private static final String KEY = "plenary.half-signed-in";
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int MOST_WRONG = 5;

    static HalfSignedIn begin(Account account, @Nullable Via via, Instant now) {
        return new HalfSignedIn(account.id(), fingerprint(account), now, 0, via);
    }

    /** What it is when the code is right. */
    Proof withCode() {
        return (via == null ? Proof.PASSWORD : Proof.PROVIDER).withCode();
    }

    private static String fingerprint(Account account) {
        return Secrets.hash(String.valueOf(account.passwordHash()));
    }

    static Optional<HalfSignedIn> of(HttpServletRequest request, Instant now) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(KEY) instanceof HalfSignedIn half)) return Optional.empty();
        if (half.wrong < MOST_WRONG && half.at.plus(LIFE).isAfter(now)) return Optional.of(half);
        session.removeAttribute(KEY);
        return Optional.empty();
    }

    boolean isOf(Account known) {
        return known.id().equals(account) && fingerprint(known).equals(password);
    }

    void keep(HttpServletRequest request) {
        request.getSession().setAttribute(KEY, this);
    }

    HalfSignedIn wrongOnceMore() {
        return new HalfSignedIn(account, password, at, wrong + 1, via);
    }

    static void forget(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) session.removeAttribute(KEY);
    }
}
