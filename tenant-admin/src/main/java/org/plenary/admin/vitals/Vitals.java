package org.plenary.admin.vitals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a tenant did when it was measured.
 *
 * @param reachable its schema is there and answers
 * @param lateEvents that did not reach a listener
 * @param lastActive when its own people or programs last did something
 */
public record Vitals(
        Instant measuredAt,
        boolean reachable,
        Usage usage,
        boolean overQuota,
        int lateEvents,
        int failingEndpoints,
        @Nullable Instant lastActive) {}
