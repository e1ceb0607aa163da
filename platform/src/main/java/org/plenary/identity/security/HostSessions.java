package org.plenary.identity.security;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.serializer.SerializationException;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Sessions that belong to one host: presented on another, a session is unknown. While Redis cannot be reached nobody is
 * signed in, who wants to sign in is told so, and everything that needs no session goes on.
 */
final class HostSessions<S extends Session> implements SessionRepository<S> {
    private static final Logger log = LoggerFactory.getLogger(HostSessions.class);
    private static final String HOST = "plenary.host";

    private final SessionRepository<S> stored;
    private final AtomicBoolean failing = new AtomicBoolean();

    HostSessions(SessionRepository<S> stored) {
        this.stored = stored;
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
            return session != null && host().equals(session.getAttribute(HOST)) ? session : null;
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
     * Whether Spring Security kept anything in it: who it is, where they were going, or the state of a sign-in. It is taken
     * out, so that this is told once and the page that tells it is drawn.
     */
    private static boolean forgetsSignIn(Session session) {
        var signIn = session.getAttributeNames().stream()
                .filter(name -> name.startsWith("SPRING_SECURITY") || name.startsWith("org.springframework.security"))
                .toList();
        signIn.forEach(session::removeAttribute);
        return !signIn.isEmpty();
    }

    private static String host() {
        return Tenancy.current().map(tenant -> "t:" + tenant.id()).orElse("platform");
    }

    private void failed(DataAccessException e) {
        if (failing.compareAndSet(false, true)) log.error("sessions cannot be reached: nobody is signed in", e);
    }

    private void recovered() {
        if (failing.compareAndSet(true, false)) log.info("sessions can be reached again");
    }
}
