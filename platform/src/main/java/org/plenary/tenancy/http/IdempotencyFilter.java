package org.plenary.tenancy.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Secrets;
import org.plenary.kernel.web.ProblemWriter;
import org.plenary.tenancy.Tenancy;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers a repeated POST of the API with the first answer: same key, same caller, same body. A key that was used with
 * another body is 409. An answer of 5xx or 429 is not kept, so that a repeat tries again.
 */
final class IdempotencyFilter extends OncePerRequestFilter {
    private static final String HEADER = "Idempotency-Key";
    private static final int MAXIMUM_LENGTH = 255;

    private final IdempotencyRecords records;
    private final ProblemWriter problems;

    IdempotencyFilter(IdempotencyRecords records, ProblemWriter problems) {
        this.records = records;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !request.getRequestURI().startsWith("/api/")
                || request.getHeader(HEADER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = Objects.requireNonNull(request.getHeader(HEADER));
        if (key.isBlank() || key.length() > MAXIMUM_LENGTH) {
            problems.write(response, HttpStatus.BAD_REQUEST, "idempotency_key", "A key has 1 to 255 characters.");
            return;
        }
        var repeatable = new RepeatableBody(request);
        var scope = scope(request);
        var fingerprint = fingerprint(request, repeatable.content());
        if (records.begin(scope, key, fingerprint)) first(repeatable, response, chain, scope, key, fingerprint);
        else repeated(response, scope, key, fingerprint);
    }

    private void first(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            String scope,
            String key,
            String fingerprint)
            throws ServletException, IOException {
        var captured = new ContentCachingResponseWrapper(response);
        var answered = false;
        try {
            chain.doFilter(request, captured);
            answered = captured.getStatus() < 500 && captured.getStatus() != HttpStatus.TOO_MANY_REQUESTS.value();
        } finally {
            if (answered) {
                records.finish(
                        scope,
                        key,
                        new IdempotencyRecords.Kept(
                                fingerprint,
                                captured.getStatus(),
                                captured.getContentType(),
                                captured.getHeader(HttpHeaders.LOCATION),
                                captured.getContentAsByteArray()));
            } else {
                records.forget(scope, key);
            }
        }
        captured.copyBodyToResponse();
    }

    private void repeated(HttpServletResponse response, String scope, String key, String fingerprint)
            throws IOException {
        var kept = records.find(scope, key).orElse(null);
        if (kept == null || kept.status() == null && kept.fingerprint().equals(fingerprint)) {
            problems.write(response, HttpStatus.CONFLICT, "in_progress", "The first request of this key is not done.");
        } else if (!kept.fingerprint().equals(fingerprint)) {
            problems.write(response, HttpStatus.CONFLICT, "idempotency_key_reused", "This key had another request.");
        } else {
            replay(response, kept);
        }
    }

    private static void replay(HttpServletResponse response, IdempotencyRecords.Kept kept) throws IOException {
        response.setStatus(Objects.requireNonNull(kept.status()));
        if (kept.contentType() != null) response.setContentType(kept.contentType());
        if (kept.location() != null) response.setHeader(HttpHeaders.LOCATION, kept.location());
        response.setHeader("Idempotent-Replayed", "true");
        response.getOutputStream().write(kept.body());
    }

    /** Of one caller on one host: another's key is another key. */
    private static String scope(HttpServletRequest request) {
        var tenant = Tenancy.current().map(t -> t.id().toString()).orElse("platform");
        return tenant + ":" + Secrets.hash(nonNull(request.getHeader(HttpHeaders.AUTHORIZATION)));
    }

    private static String fingerprint(HttpServletRequest request, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.getRequestURI() + "?" + nonNull(request.getQueryString()) + "\n")
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String nonNull(@Nullable String text) {
        return text == null ? "" : text;
    }
}
