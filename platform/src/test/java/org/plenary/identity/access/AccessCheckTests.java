package org.plenary.identity.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Caller;
import org.plenary.identity.Permission;
import org.plenary.identity.Public;
import org.plenary.identity.Requires;
import org.plenary.identity.ReviewRights;
import org.plenary.kernel.web.ProblemWriterForTests;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.method.HandlerMethod;

class AccessCheckTests {
    private static final Caller OWNER = new Caller("account:1", "Mona", Permission.ofTenant());
    private static final Caller CLERK = new Caller("account:2", "Li", Set.of(Permission.PAPERS_READ));

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Requires(Permission.TENANT_ADMIN)
    static class Guarded {
        public void own() {}

        @Public
        public void open() {}
    }

    @Requires(Permission.PAPERS_READ)
    static class Readable {
        public void read() {}
    }

    static class Forgotten {
        public void forgotten() {}
    }

    /** What they saw, for whoever is told afterwards. */
    private final List<String> seen = new ArrayList<>();

    private Supporters supporters() {
        var trail = new AuditTrail() {
            @Override
            public void record(String action, String subject, Map<String, ?> details) {
                seen.add(action + " " + subject);
            }

            @Override
            public void changed(String action, String subject, Map<String, ?> details, Object before, Object after) {
                throw new AssertionError("support changes nothing");
            }
        };
        return new Supporters(trail, TransactionOperations.withoutTransaction());
    }

    @Test
    void supportOpensWhatItMayReadAndEachTimeIsWrittenDown() throws Exception {
        var support = Caller.support(UUID.randomUUID(), "Otto");

        assertThat(lets(support, "/api/v1/x", new Guarded(), "own")).isFalse();
        assertThat(seen).isEmpty();
        assertThat(lets(support, "/api/v1/papers", new Readable(), "read")).isTrue();
        assertThat(seen).containsExactly("support.viewed /api/v1/papers");
    }

    /** Nobody reviews here. */
    private static ReviewerCheck reviewers() {
        return new ReviewerCheck(new StaticListableBeanFactory().getBeanProvider(ReviewRights.class));
    }

    private boolean lets(Caller caller, String path, Object handler, String method) throws Exception {
        var check = new AccessCheck(() -> caller, supporters(), reviewers(), ProblemWriterForTests.create());
        return check.preHandle(new MockHttpServletRequest("GET", path), response, new HandlerMethod(handler, method));
    }

    @Test
    void theRightOpensTheDoor() throws Exception {
        assertThat(lets(OWNER, "/api/v1/x", new Guarded(), "own")).isTrue();
    }

    @Test
    void whatIsPublicIsOpenEvenInAGuardedClass() throws Exception {
        assertThat(lets(Caller.ANONYMOUS, "/api/v1/x", new Guarded(), "open")).isTrue();
    }

    @Test
    void aHandlerThatSaysNothingAnswersNobody() throws Exception {
        assertThat(lets(OWNER, "/api/v1/x", new Forgotten(), "forgotten")).isFalse();
        assertThat(response.getStatus()).isEqualTo(403);
    }

    @Test
    void anonymousProgramsGet401AndOthers403() throws Exception {
        assertThat(lets(Caller.ANONYMOUS, "/api/v1/x", new Guarded(), "own")).isFalse();
        assertThat(response.getStatus()).isEqualTo(401);

        var second = new MockHttpServletResponse();
        var check = new AccessCheck(() -> CLERK, supporters(), reviewers(), ProblemWriterForTests.create());
        check.preHandle(
                new MockHttpServletRequest("GET", "/api/v1/x"), second, new HandlerMethod(new Guarded(), "own"));
        assertThat(second.getStatus()).isEqualTo(403);
    }

    @Test
    void anonymousBrowsersAreSentToSignIn() {
        assertThatExceptionOfType(InsufficientAuthenticationException.class)
                .isThrownBy(() -> lets(Caller.ANONYMOUS, "/manage/x", new Guarded(), "own"));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> lets(CLERK, "/manage/x", new Guarded(), "own"));
    }
}
