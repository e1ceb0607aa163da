package org.plenary.identity.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plenary.identity.Caller;
import org.plenary.identity.Permission;
import org.plenary.identity.Public;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.ProblemWriterForTests;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
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

    static class Forgotten {
        public void forgotten() {}
    }

    private boolean lets(Caller caller, String path, Object handler, String method) throws Exception {
        var check = new AccessCheck(() -> caller, ProblemWriterForTests.create());
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
        var check = new AccessCheck(() -> CLERK, ProblemWriterForTests.create());
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
