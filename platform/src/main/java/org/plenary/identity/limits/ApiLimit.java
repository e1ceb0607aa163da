package org.plenary.identity.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.plenary.identity.Address;
import org.plenary.identity.RateLimits;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.ProblemWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How many requests a program, or an address without a token, may make; stands behind the reading of tokens. Each answer
 * tells what is left, in the fields of draft-ietf-httpapi-ratelimit-headers-10.
 */
public final class ApiLimit extends OncePerRequestFilter {
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final String POLICY_FIELD = "RateLimit-Policy";
    private static final String FIELD = "RateLimit";
    private static final String POLICY = "\"api\"";

    private final RateLimits limits;
    private final LimitSettings settings;
    private final ProblemWriter problems;

    public ApiLimit(RateLimits limits, LimitSettings settings, ProblemWriter problems) {
        this.limits = limits;
        this.settings = settings;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var allowed = settings.apiRequests();
        if (allowed <= 0) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(POLICY_FIELD, POLICY + ";q=" + allowed + ";w=" + PERIOD.toSeconds());
        try {
            tell(response, limits.take(key(request), allowed, PERIOD));
        } catch (Problem.TooMany e) {
            tell(response, new RateLimits.Left(0, e.retryAfterSeconds()));
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(e.retryAfterSeconds()));
            problems.write(response, HttpStatus.TOO_MANY_REQUESTS, e.code(), e.detail());
            return;
        }
        chain.doFilter(request, response);
    }

    private static void tell(HttpServletResponse response, RateLimits.Left left) {
        response.setHeader(FIELD, POLICY + ";r=" + left.tries() + ";t=" + left.secondsToReset());
    }

    private static String key(HttpServletRequest request) {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken program
                ? "api:client:" + program.getName()
                : "api:address:" + Address.network(request.getRemoteAddr());
    }
}
