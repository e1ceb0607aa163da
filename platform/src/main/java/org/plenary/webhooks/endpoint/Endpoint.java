package org.plenary.webhooks.endpoint;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an organizer's program wants to be told.
 *
 * @param description for people; empty for none
 * @param version counts what was changed and that it was given up, not what became of single deliveries
 */
public record Endpoint(
        UUID id,
        String url,
        String description,
        List<EventType> events,
        Standing standing,
        Keys keys,
        Instant createdAt,
        long version) {

    /** Why nothing is sent any more although nobody switched it off. */
    public enum StoppedFor {
        /** Nothing got through for days. */
        FAILURES,
        /** It answered 410: it is not there any more. */
        GONE
    }

    /** @param failingSince the first failure after the last delivery that got through; null when none failed since */
    public record Standing(
            boolean active,
            @Nullable StoppedFor stoppedFor,
            @Nullable Instant stoppedAt,
            @Nullable Instant failingSince,
            @Nullable Instant lastDeliveredAt) {
        /** As badges know it. */
        public String state() {
            if (stoppedFor != null) return "stopped";
            if (!active) return "off";
            return failingSince == null ? "active" : "failing";
        }
    }

    /** What the secrets follow from. @param former still good until {@code formerUntil} */
    public record Keys(
            String nonce, @Nullable String former, @Nullable Instant formerUntil) {}

    /** Whether it is to be told of this. */
    public boolean wants(EventType type) {
        return events.contains(type);
    }
}
