package org.plenary.identity.security;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.session.SignedIn;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.serializer.SerializationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Sessions that belong to one host: presented on another, a session is unknown. One whose sign-in has ended, or that is older
 * than its account's new password, is unknown everywhere. While Redis cannot be reached nobody is signed in, who wants to sign in is told so, and
 * everything that needs no session goes on.
 */
final class HostSessions<S extends Session> implements SessionRepository<S> {
    private static final Logger log = LoggerFactory.getLogger(HostSessions.class);
    static final String HOST = "plenary.host";

    private static final String ACCOUNT = "plenary.account";
    private static final String SIGNED_IN = "plenary.signed-in";
    private static final String SIGN_IN = "plenary.sign-in";

    /** How the names begin of what is kept while somebody signs in and after. */
    private static final List<String> SIGNING_IN = List.of(
            "SPRING_SECURITY", "org.springframework.security", "plenary.half-signed-in", "plenary.pending-identity");

    private final SessionRepository<S> stored;
    private final Ends ends;
    private final Clock clock;
    private final AtomicBoolean failing = new AtomicBoolean();

    HostSessions(SessionRepository<S> stored, Ends ends, Clock clock) {
        this.stored = stored;
        this.ends = ends;
        this.clock = clock;
    }

    /** Tells whether whoever signed in, at this time, has to do so again. */
    @FunctionalInterface
    interface Ends {
        /** @param signIn null in sessions that an older version of the application began */
        boolean hasEnded(UUID account, Instant signedIn, @Nullable UUID signIn);
    }

    @Override
    public S createSession() {
        var session = stored.createSession();
        session.setAttribute(HOST, host());
        return session;
    }

    @Override
    public @Nullable S findById(String id) {
        try {
            var session = stored.findById(id);
            recovered();
            if (session == null || !host().equals(session.getAttribute(HOST))) return null;
            if (!hasEnded(session)) return session;
            stored.deleteById(id);
        } catch (DataAccessException e) {
            failed(e);
        } catch (SerializationException | IllegalStateException e) {
            log.warn("a session of another version of the application was dropped: {}", e.getMessage());
        }
        return null;
    }

    @Override
    public void save(S session) {
        try {
            stamp(session);
            stored.save(session);
            recovered();
        } catch (DataAccessException e) {
            failed(e);
            if (forgetsSignIn(session))
                throw new Problem.Unavailable(
                        "sign_in_unavailable",
                        "Nobody can sign in at the moment; everything else works. Try again soon.");
        } catch (IllegalStateException e) {
            log.debug("the session was ended by another request", e);
        }
    }

    @Override
    public void deleteById(String id) {
        try {
            stored.deleteById(id);
        } catch (DataAccessException e) {
            failed(e);
        }
    }

    /**
     * Whether anything of a sign-in is kept in it: who it is, where they were going, or how far it is. It is taken out, so
     * that this is told once and the page that tells it is drawn.
     */
    private static boolean forgetsSignIn(Session session) {
        var signIn = session.getAttributeNames().stream()
                .filter(name -> SIGNING_IN.stream().anyMatch(name::startsWith))
                .toList();
        signIn.forEach(session::removeAttribute);
        return !signIn.isEmpty();
    }

    private boolean hasEnded(S session) {
        String account = session.getAttribute(ACCOUNT);
        Long signedIn = session.getAttribute(SIGNED_IN);
        String signIn = session.getAttribute(SIGN_IN);
        return account != null
                && signedIn != null
                && ends.hasEnded(
                        UUID.fromString(account),
                        Instant.ofEpochMilli(signedIn),
                        signIn == null ? null : UUID.fromString(signIn));
    }

    /** Notes who signed in, and when, as soon as somebody is in the session. */
    private void stamp(S session) {
        SecurityContext context =
                session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        var authentication = context == null ? null : context.getAuthentication();
        if (authentication == null) return;
        var signIn = SignedIn.idOf(authentication).map(UUID::toString).orElse(null);
        if (authentication.getName().equals(session.getAttribute(ACCOUNT))
                && Objects.equals(signIn, session.getAttribute(SIGN_IN))) return;
        if (signIn == null) session.removeAttribute(SIGN_IN);
        else session.setAttribute(SIGN_IN, signIn);
        session.setAttribute(ACCOUNT, authentication.getName());
        session.setAttribute(SIGNED_IN, clock.millis());
    }

    private static String host() {
        return Tenancy.current().map(tenant -> host(tenant.id())).orElse("platform");
    }

    private void failed(DataAccessException e) {
        if (failing.compareAndSet(false, true)) log.error("sessions cannot be reached: nobody is signed in", e);
    }

    private void recovered() {
        if (failing.compareAndSet(true, false)) log.info("sessions can be reached again");
    }

    /** What a session of a tenant's host is marked with. */
    static String host(TenantId tenant) {
        return "t:" + tenant;
    }
}
