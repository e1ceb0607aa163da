package org.plenary.identity.provider;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a provider has named and who has yet to show which account is theirs. It is kept in the session beside the sign-in,
 * so it opens nothing.
 *
 * @param account to which they sign in once, if they do it so
 * @param code the one that was mailed, if they do it so
 */
record Pending(
        NamedPerson named, @Nullable UUID account, @Nullable UUID code, Instant at) implements Serializable {
    private static final long serialVersionUID = 1;
    private static final String KEY = "plenary.pending-identity";
    private static final Duration LIFE = Duration.ofMinutes(15);

    static Optional<Pending> of(HttpServletRequest request, Instant now) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(KEY) instanceof Pending pending)) return Optional.empty();
        if (pending.at.plus(LIFE).isAfter(now)) return Optional.of(pending);
        session.removeAttribute(KEY);
        return Optional.empty();
    }

    void keep(HttpServletRequest request) {
        request.getSession().setAttribute(KEY, this);
    }

    Pending withCode(UUID mailed) {
        return new Pending(named, account, mailed, at);
    }

    static void forget(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) session.removeAttribute(KEY);
    }
}
