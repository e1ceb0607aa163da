package org.plenary.tenancy.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Secrets;
import org.plenary.kernel.web.Flash;
import org.plenary.tenancy.Tenancy;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;

/**
 * A form that a browser sends twice, by a double click or by going back and pressing again, leads where it led the first time, and does
 * nothing again. Each form that was drawn is one of its own ({@link OnceFields}); one that was shown again with what is wrong, or typed
 * into since, is new. What was done is remembered: it was answered by a redirect, and the next page does not tell that it was refused.
 * Without Redis nothing is remembered, and nothing fails.
 */
final class OnceFilter extends OncePerRequestFilter {
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final String UNDER_WAY = "-";
    private static final int LONGEST = 64;

    private final StringRedisTemplate redis;

    OnceFilter(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** What scripts send is theirs to repeat. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !"navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                || request.getContentType() == null
                || !request.getContentType().startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                || !isForm(request.getParameter(OnceFields.NAME));
    }

    private static boolean isForm(@Nullable String form) {
        return form != null && !form.isBlank() && form.length() <= LONGEST;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = key(request);
        var location = before(key);
        if (location != null) {
            response.setStatus(HttpStatus.FOUND.value());
            response.setHeader(HttpHeaders.LOCATION, location);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            after(key, request, response);
        }
    }

    /** Where the same form led, once that is known; null for the first of its kind. */
    private @Nullable String before(String key) {
        try {
            var until = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < until) {
                if (Boolean.TRUE.equals(redis.opsForValue().setIfAbsent(key, UNDER_WAY, PATIENCE))) return null;
                var known = redis.opsForValue().get(key);
                if (known != null && !known.equals(UNDER_WAY)) return known;
                Thread.sleep(PAUSE);
            }
        } catch (DataAccessException e) {
            logger.debug("it is not known whether a form was sent before", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    private void after(String key, HttpServletRequest request, HttpServletResponse response) {
        var location = response.getHeader(HttpHeaders.LOCATION);
        try {
            if (HttpStatus.valueOf(response.getStatus()).is3xxRedirection() && location != null && !isRefused(request))
                redis.opsForValue().set(key, location, KEPT);
            else redis.delete(key);
        } catch (DataAccessException e) {
            logger.debug("it is not kept that a form was sent", e);
        }
    }

    private static boolean isRefused(HttpServletRequest request) {
        return request.getAttribute(DispatcherServlet.OUTPUT_FLASH_MAP_ATTRIBUTE) instanceof FlashMap next
                && next.get("flash") instanceof Flash told
                && told.isFailure();
    }

    /** Of the host, the form, and all that was typed; the token against forgery is drawn in another way each time. */
    private static String key(HttpServletRequest request) {
        var typed = new StringBuilder(request.getRequestURI());
        new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
            if (!name.equals("_csrf"))
                typed.append('\n').append(name).append('=').append(Arrays.toString(values));
        });
        var host = Tenancy.current().map(tenant -> "t:" + tenant.id()).orElse("platform");
        return host + ":once:" + Secrets.hash(typed.toString());
    }
}
