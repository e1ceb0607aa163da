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
import org.plenary.kernel.Json;
import org.plenary.registration.TypedBefore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.core.type.TypeReference;

/**
 * The forms of those whose turn ended while they typed: kept beside their new place for some hours, and there again when it is their
 * turn. Files are chosen anew, because a browser does not let a page choose them. Without Redis nothing is kept, and nothing fails.
 */
@Component
class KeptForms {
    private static final Logger LOG = LoggerFactory.getLogger(KeptForms.class);
    private static final Duration KEPT = Duration.ofHours(6);
    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};
    private static final int MOST_BYTES = 100_000;
    private static final Set<String> BUTTONS = Set.of("_csrf", "place", "wait", "update");

    private final StringRedisTemplate redis;
    private final Json json;

    KeptForms(StringRedisTemplate redis, Json json) {
        this.redis = redis;
        this.json = json;
    }

    void keep(String run, String place, HttpServletRequest request) {
        var typed = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> {
            if (!BUTTONS.contains(name)) typed.put(name, Arrays.asList(values));
        });
        var written = json.write(typed);
        if (place.isEmpty() || typed.isEmpty() || written.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) return;
        try {
            redis.opsForValue().set(key(run, place), written, KEPT);
        } catch (DataAccessException e) {
            LOG.warn("a form that was filled is not kept: {}", e.getMessage());
        }
    }

    Optional<TypedBefore> of(String run, String place) {
        try {
            return Optional.ofNullable(redis.opsForValue().get(key(run, place))).map(this::read);
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

    private TypedBefore read(String written) {
        return new TypedBefore(new LinkedMultiValueMap<>(json.read(written, FIELDS)));
    }

    private static String key(String run, String place) {
        return Line.key(run, "form:" + place);
    }
}
