package org.plenary.registration.rush;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.plenary.registration.TypedBefore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where people were going, and the forms of those whose turn ended while they typed: kept beside their new place for some hours, and
 * there again when it is their turn. Files are chosen anew, because a browser does not let a page choose them. Without Redis nothing is kept, and nothing fails.
 */
@Component
class KeptForms {
    private static final Logger LOG = LoggerFactory.getLogger(KeptForms.class);
    private static final Duration KEPT = Duration.ofHours(6);
    private static final String USUAL = "/register";
    private static final int MOST_BYTES = 100_000;
    private static final Set<String> BUTTONS = Set.of("_csrf", "_once", "place", "wait", "update");

    private final StringRedisTemplate redis;
    private final Json json;

    KeptForms(StringRedisTemplate redis, Json json) {
        this.redis = redis;
        this.json = json;
    }

    /** @param page its path; @param secret that opens it; @param fields what was typed there */
    private record Kept(String page, @Nullable String secret, Map<String, List<String>> fields) {}

    /** What was typed is kept until its page is sent; of pages without any the last is. */
    void keep(String run, String place, HttpServletRequest request) {
        var isTyped = request.getMethod().equals("POST");
        if (!isTyped && request.getRequestURI().endsWith(USUAL)) return;
        if (!isTyped
                && read(run, place).filter(kept -> !kept.fields().isEmpty()).isPresent()) return;
        write(run, place, new Kept(request.getRequestURI(), request.getParameter("secret"), typed(request)));
    }

    private static Map<String, List<String>> typed(HttpServletRequest request) {
        var typed = new LinkedHashMap<String, List<String>>();
        if (!request.getMethod().equals("POST")) return typed;
        request.getParameterMap().forEach((name, values) -> {
            if (!BUTTONS.contains(name)) typed.put(name, Arrays.asList(values));
        });
        return typed;
    }

    private void write(String run, String place, Kept kept) {
        var written = json.write(kept);
        if (place.isEmpty() || written.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) return;
        try {
            redis.opsForValue().set(key(run, place), written, KEPT);
        } catch (DataAccessException e) {
            LOG.warn("a form that was filled is not kept: {}", e.getMessage());
        }
    }

    /** What was typed into this page. */
    Optional<TypedBefore> of(String run, String place, String page) {
        return read(run, place)
                .filter(kept -> kept.page().equals(page) && !kept.fields().isEmpty())
                .map(kept -> new TypedBefore(new LinkedMultiValueMap<>(kept.fields())));
    }

    /** Where somebody was going when they were asked to wait; empty for the usual page to register. */
    Optional<String> page(String run, String place) {
        return read(run, place).map(kept -> {
            var page = UriComponentsBuilder.fromPath(kept.page());
            if (kept.secret() != null) page.queryParam("secret", kept.secret());
            return page.build().encode().toUriString();
        });
    }

    private Optional<Kept> read(String run, String place) {
        if (place.isEmpty()) return Optional.empty();
        try {
            return Optional.ofNullable(redis.opsForValue().get(key(run, place)))
                    .map(written -> json.read(written, Kept.class));
        } catch (DataAccessException e) {
            LOG.warn("a form that was kept is not found: {}", e.getMessage());
            return Optional.empty();
        }
    }

    void forget(String run, String place) {
        try {
            redis.delete(key(run, place));
        } catch (DataAccessException e) {
            LOG.warn("a form is kept until its time ends: {}", e.getMessage());
        }
    }

    private static String key(String run, String place) {
        return Line.key(run, "form:" + place);
    }
}
