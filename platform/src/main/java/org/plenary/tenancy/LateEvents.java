package org.plenary.tenancy;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.web.Page;

/**
 * Events that did not reach a listener in time, for the operator. An event that fails is tried again after a delay that
 * grows; after too many failures it is parked, which means kept and not tried again until the operator says so. While
 * something outside cannot be reached at all, nothing is parked.
 */
public interface LateEvents {
    enum State {
        /** Not tried again by itself. */
        PARKED,
        /** Tried again at a time that is known. */
        WAITING,
        /** In the queue of a node for more than a minute, or lost with one that was killed. */
        RUNNING
    }

    /**
     * An event and the listener that it did not reach.
     *
     * @param tenant slug of the one whose event it is; null for an event of the platform
     * @param type the event's simple name
     * @param event what it carries, JSON; with "…" in the place of what people wrote, their addresses and secrets
     * @param attempts how often the listener was called
     * @param error what was wrong the last time; null when nobody could write it down
     * @param nextTry null unless it waits
     */
    record LateEvent(
            UUID id,
            @Nullable String tenant,
            @Nullable String tenantName,
            String listener,
            String type,
            String event,
            Instant publishedAt,
            int attempts,
            @Nullable String error,
            State state,
            @Nullable Instant nextTry) {
        public String status() {
            return state.name().toLowerCase(Locale.ROOT);
        }
    }

    /** How many there are; a state of which there is none is not in it. */
    Map<State, Long> counts();

    /** The oldest first. */
    Page<LateEvent> page(@Nullable State state, int limit, @Nullable String after);

    /** @throws org.plenary.kernel.Problem.NotFound when it was delivered or discarded in the meantime, or runs now */
    LateEvent one(UUID id);

    /** Has it tried again at once, and afterwards as if it had never failed. */
    void retry(UUID id);

    /** @return how many were parked and are tried again */
    int retryParked();

    /** Forgets the event for this listener: what it would have done is never done. */
    void discard(UUID id);
}
