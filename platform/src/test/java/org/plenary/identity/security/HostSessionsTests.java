package org.plenary.identity.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plenary.identity.session.Proof;
import org.plenary.identity.session.SignedIn;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Branding;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantId;
import org.plenary.tenancy.TenantStatus;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.SessionRepository;

class HostSessionsTests {
    private final HostSessions<MapSession> sessions =
            new HostSessions<>(new MapSessionRepository(new ConcurrentHashMap<>()), this::isEnded, Clock.systemUTC());

    private Instant ended = Instant.EPOCH;

    private final Set<UUID> endedSignIns = new HashSet<>();

    private boolean isEnded(UUID account, Instant signedIn, @Nullable UUID signIn) {
        return !signedIn.isAfter(ended) || endedSignIns.contains(signIn);
    }

    private static Tenant tenant(String slug) {
        return new Tenant(
                TenantId.of(Ids.next()),
                slug,
                "t_" + slug,
                slug,
                "DE",
                Locale.ENGLISH,
                ZoneId.of("UTC"),
                TenantStatus.ACTIVE,
                null,
                "free",
                Branding.DEFAULT,
                null,
                "1",
                Instant.EPOCH);
    }

    private String newSession() {
        var session = sessions.createSession();
        sessions.save(session);
        return session.getId();
    }

    @Test
    void aSessionIsKnownOnItsOwnHostAlone() {
        var here = tenant("here");
        var id = Tenancy.callAs(here, this::newSession);

        assertThat(Tenancy.<MapSession, RuntimeException>callAs(here, () -> sessions.findById(id)))
                .isNotNull();
        assertThat(Tenancy.<MapSession, RuntimeException>callAs(tenant("there"), () -> sessions.findById(id)))
                .isNull();
        assertThat(sessions.findById(id)).isNull();
    }

    @Test
    void whoSignedInBeforeThePasswordWasChangedIsSignedInNoMore() {
        var before = signIn();
        var anybodys = newSession();

        ended = Instant.now().plusMillis(1);

        assertThat(sessions.findById(before)).isNull();
        assertThat(sessions.findById(anybodys)).isNotNull();
        ended = Instant.EPOCH;
        assertThat(sessions.findById(before)).as("it is gone for good").isNull();
        assertThat(sessions.findById(signIn())).isNotNull();
    }

    @Test
    void aSessionEndsWithItsSignInAndNoOtherDoes() {
        var account = Ids.next();
        var stolen = new SignedIn(account, Ids.next(), Proof.PASSWORD, null);
        var session = signIn(stolen);
        var other = signIn(new SignedIn(account, Ids.next(), Proof.PASSWORD, null));

        endedSignIns.add(stolen.id());

        assertThat(sessions.findById(session)).isNull();
        assertThat(sessions.findById(other)).isNotNull();
    }

    private String signIn() {
        return signIn(Ids.next().toString());
    }

    private String signIn(Object principal) {
        var session = sessions.createSession();
        var account = UsernamePasswordAuthenticationToken.authenticated(principal, null, AuthorityUtils.NO_AUTHORITIES);
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, new SecurityContextImpl(account));
        sessions.save(session);
        return session.getId();
    }

    @Test
    void withoutItsStoreNobodyIsSignedInAndNothingFails() {
        var broken = new HostSessions<>(new Broken(), this::isEnded, Clock.systemUTC());
        var session = broken.createSession();

        assertThat(broken.findById("any")).isNull();
        assertThatNoException().isThrownBy(() -> broken.save(session));
        assertThatNoException().isThrownBy(() -> broken.deleteById("any"));
    }

    @Test
    void withoutItsStoreASignInIsSaidToBeImpossible() {
        var broken = new HostSessions<>(new Broken(), this::isEnded, Clock.systemUTC());
        var session = broken.createSession();
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, new SecurityContextImpl());

        assertThatThrownBy(() -> broken.save(session))
                .isInstanceOfSatisfying(
                        Problem.Unavailable.class, e -> assertThat(e.code()).isEqualTo("sign_in_unavailable"));
        assertThatNoException().as("told once").isThrownBy(() -> broken.save(session));
    }

    private static final class Broken implements SessionRepository<MapSession> {
        @Override
        public MapSession createSession() {
            return new MapSession();
        }

        @Override
        public void save(MapSession session) {
            throw new QueryTimeoutException("Redis is down");
        }

        @Override
        public MapSession findById(String id) {
            throw new QueryTimeoutException("Redis is down");
        }

        @Override
        public void deleteById(String id) {
            throw new QueryTimeoutException("Redis is down");
        }
    }
}
