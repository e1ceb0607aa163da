package org.plenary.webhooks.endpoint;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as the API tells it.
 *
 * @param state {@code active}, {@code failing}, {@code off} or {@code stopped}
 * @param stoppedFor {@code failures} or {@code gone} when it was switched off by itself
 */
public record EndpointView(
        UUID id,
        String url,
        String description,
        List<EventType> events,
        boolean active,
        String state,
        @Nullable String stoppedFor,
        @Nullable Instant failingSince,
        @Nullable Instant lastDeliveredAt,
        Instant createdAt) {
    static EndpointView of(Endpoint endpoint) {
        var standing = endpoint.standing();
        var stopped = standing.stoppedFor();
        return new EndpointView(
                endpoint.id(),
                endpoint.url(),
                endpoint.description(),
                endpoint.events(),
                standing.active(),
                standing.state(),
                stopped == null ? null : stopped.name().toLowerCase(Locale.ROOT),
                standing.failingSince(),
                standing.lastDeliveredAt(),
                endpoint.createdAt());
    }
}
