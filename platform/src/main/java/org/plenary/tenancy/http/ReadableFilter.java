package org.plenary.tenancy.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.plenary.kernel.web.ProblemWriter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses parameters that are no text. The server would refuse what it cannot decode when a parameter is asked for: by an error of
 * ours, in whose text it stands, which may be a password or the secret of a link.
 */
final class ReadableFilter extends OncePerRequestFilter {
    /** Nobody types it, and the database has no text with it. */
    private static final char NOTHING = '\0';

    private final ProblemWriter problems;

    ReadableFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    /** A file is read by whoever takes it in, once it is known who sends it. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isReadable(request)) chain.doFilter(request, response);
        else if (request.getRequestURI().startsWith("/api/"))
            problems.write(response, HttpStatus.BAD_REQUEST, "malformed_parameters", "A parameter cannot be decoded.");
        else response.sendError(HttpStatus.BAD_REQUEST.value(), "malformed_parameters");
    }

    private static boolean isReadable(HttpServletRequest request) {
        try {
            return request.getParameterMap().entrySet().stream()
                    .noneMatch(each -> each.getKey().indexOf(NOTHING) >= 0 || hasNothing(each.getValue()));
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static boolean hasNothing(String[] values) {
        return Arrays.stream(values).anyMatch(value -> value.indexOf(NOTHING) >= 0);
    }
}
