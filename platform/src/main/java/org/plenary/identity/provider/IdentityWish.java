package org.plenary.identity.provider;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.plenary.identity.session.SignedIn;

/** Somebody who is signed in, and has just typed their password, wants what this provider says to be linked to their account. */
record IdentityWish(UUID signIn, String registration, Instant at) implements Serializable {
    private static final long serialVersionUID = 1;
    private static final String KEY = "plenary.identity-wish";
    private static final Duration LIFE = Duration.ofMinutes(10);

    void keep(HttpServletRequest request) {
        request.getSession().setAttribute(KEY, this);
    }

    /** Counts once, for the sign-in in which it was wished. */
    static boolean take(SignedIn signedIn, String registration, HttpServletRequest request, Instant now) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(KEY) instanceof IdentityWish wish)) return false;
        session.removeAttribute(KEY);
        return wish.signIn.equals(signedIn.id())
                && wish.registration.equals(registration)
                && wish.at.plus(LIFE).isAfter(now);
    }
}
