package org.plenary.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.identity.Public;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.ProblemWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a request through to its handler when the caller has the right that the handler names. A handler that names none and
 * is not public answers nobody: forgetting the annotation must never open a door.
 */
@Component
class AccessCheck implements HandlerInterceptor {
    private static final Logger log = LoggerFactory.getLogger(AccessCheck.class);

    /**
     * Handlers that cannot carry our annotations and may answer everybody: error pages, the API's description, health, and
     * the kernel's show of page parts.
     */
    private static final List<String> FOREIGN = List.of(
            "org.plenary.kernel.web.GalleryController",
            "org.springframework.boot.webmvc.autoconfigure.error.",
            "org.springframework.boot.webmvc.actuate.",
            "org.springframework.boot.actuate.",
            "org.springdoc.");

    private final Callers callers;
    private final Supporters supporters;
    private final ReviewerCheck reviewers;
    private final ProblemWriter problems;

    AccessCheck(Callers callers, Supporters supporters, ReviewerCheck reviewers, ProblemWriter problems) {
        this.callers = callers;
        this.supporters = supporters;
        this.reviewers = reviewers;
        this.problems = problems;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method)) return true;
        var requires = annotation(method, Requires.class);
        if (requires.isPresent()) return check(requires.get(), request, response);
        if (annotation(method, Public.class).isPresent() || isForeign(method)) return true;
        log.error("handler {} says neither what it requires nor that it is public: refused", method);
        return deny(request, response);
    }

    /** The method's own annotation of either kind outweighs that of its class. */
    private static <A extends Annotation> Optional<A> annotation(HandlerMethod handler, Class<A> type) {
        var method = handler.getMethod();
        var own = AnnotatedElementUtils.hasAnnotation(method, Requires.class)
                || AnnotatedElementUtils.hasAnnotation(method, Public.class);
        return Optional.ofNullable(
                AnnotatedElementUtils.findMergedAnnotation(own ? method : handler.getBeanType(), type));
    }

    private static boolean isForeign(HandlerMethod handler) {
        var name = handler.getBeanType().getName();
        return FOREIGN.stream().anyMatch(name::startsWith);
    }

    private boolean check(Requires requires, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var caller = callers.current();
        if (caller.isSupport()) return supporters.mayLook(caller, requires.value(), request) || deny(request, response);
        if (requires.value() == Permission.PAPERS_REVIEW && reviewers.mayReview(caller, request)) return true;
        if (requires.anywhere() ? caller.mayAnywhere(requires.value()) : caller.may(requires.value())) return true;
        if (!caller.isAnonymous()) {
            log.info("refused caller={} wanted={} path={}", caller.id(), requires.value(), request.getRequestURI());
            return deny(request, response);
        }
        if (!isApi(request)) throw new InsufficientAuthenticationException("sign in first");
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        problems.write(response, HttpStatus.UNAUTHORIZED, "unauthorized", "This needs an access token.");
        return false;
    }

    private boolean deny(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isApi(request)) throw new AccessDeniedException("not allowed");
        problems.write(response, HttpStatus.FORBIDDEN, "forbidden", "You may not do this.");
        return false;
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }
}
