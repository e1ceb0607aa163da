package org.plenary.webhooks.delivery;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing to be told to one endpoint.
 *
 * @param body as it is sent, to the byte
 * @param tries since it was last put on its way; a replay begins anew
 * @param attempts the newest last; of many only the newest are kept
 * @param nextTryAt null when it is not on its way
 */
record Delivery(
        UUID id,
        UUID endpoint,
        String type,
        String body,
        Status status,
        int tries,
        List<Attempt> attempts,
        Instant createdAt,
        @Nullable Instant nextTryAt) {
    private static final int KEPT = 20;

    enum Status {
        WAITING,
        DELIVERED,
        FAILED;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a call went. */
    enum Outcome {
        /** It answered, and took it. */
        DELIVERED,
        /** It answered anything but 2xx. */
        REFUSED,
        TIMEOUT,
        /** There is nothing to connect to, or nothing that may be connected to: which of them is not told. */
        UNREACHABLE,
        TLS_FAILED;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param status of HTTP; null when there was no answer
     * @param answer the beginning of what it answered
     * @param took in milliseconds
     */
    record Attempt(Instant at, Outcome outcome, @Nullable Integer status, long took, String answer) {
        boolean gotThrough() {
            return outcome == Outcome.DELIVERED;
        }
    }

    /** The same with each call, so that the receiver can tell what it has had already. */
    public String messageId() {
        return "msg_" + id.toString().replace("-", "");
    }

    /** What was tried, with one more. */
    List<Attempt> with(Attempt attempt) {
        var all = new ArrayList<>(attempts);
        all.add(attempt);
        return all.subList(Math.max(0, all.size() - KEPT), all.size());
    }

    /** The last call; null before the first one. Templates call it. */
    public @Nullable Attempt last() {
        return attempts.isEmpty() ? null : attempts.getLast();
    }
}
