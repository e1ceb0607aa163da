package org.plenary.tenancy.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.DatabaseAway;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Unstorable;
import org.plenary.kernel.web.ProblemWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 503 when a request, wherever it stood, could not be served because something that it needs is away. Without the
 * database no page can be drawn, so that one is told in plain text. And 400 when it has what no text can keep.
 */
final class UnavailableFilter extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(UnavailableFilter.class);
    private static final String SOON = "10";
    private static final int DEEPEST = 20;

    private final ProblemWriter problems;
    private final MessageSource messages;

    UnavailableFilter(ProblemWriter problems, MessageSource messages) {
        this.problems = problems;
        this.messages = messages;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException e) {
            if (response.isCommitted() || !answered(e, request, response)) throw e;
        }
    }

    private boolean answered(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (Unstorable.isCauseOf(failure)) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
            return true;
        }
        var problem = problem(failure);
        var database = problem == null && DatabaseAway.isCauseOf(failure);
        if (problem == null && !database) return false;
        response.reset();
        response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
        if (problem != null) tell(problem, request, response);
        else tellOfDatabase(failure, request, response);
        return true;
    }

    private void tell(Problem.Unavailable problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (isForPrograms(request))
            problems.write(response, HttpStatus.SERVICE_UNAVAILABLE, problem.code(), problem.detail());
        else response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value(), problem.code());
    }

    private void tellOfDatabase(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        log.warn(
                "{} {} was refused: the database is away: {}",
                request.getMethod(),
                request.getRequestURI(),
                failure.toString());
        var text = messages.getMessage("kernel.error.database", null, request.getLocale());
        if (isForPrograms(request)) {
            problems.write(response, HttpStatus.SERVICE_UNAVAILABLE, "database_unavailable", text);
            return;
        }
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter().println(text);
    }

    private static Problem.@Nullable Unavailable problem(Throwable failure) {
        var cause = failure;
        for (var depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof Problem.Unavailable problem) return problem;
            cause = cause.getCause();
        }
        return null;
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/api/") || path.equals("/oauth2/token");
    }
}
