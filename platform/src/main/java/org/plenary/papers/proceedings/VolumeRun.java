package org.plenary.papers.proceedings;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One time of making the PDF of a volume.
 *
 * @param standing {@code running}, {@code done} or {@code failed}
 * @param done papers that are bound, of {@code total}
 * @param problem the end of a message key, with the number of the paper that it is about, if it is about one
 * @param madeOf tells whether the volume has changed since
 */
record VolumeRun(
        UUID id,
        UUID conference,
        String standing,
        int done,
        int total,
        @Nullable String problem,
        @Nullable Integer paper,
        @Nullable UUID file,
        @Nullable String madeOf,
        String startedBy,
        Instant startedAt) {
    static final String RUNNING = "running";
    static final String DONE = "done";
    static final String FAILED = "failed";

    public boolean isRunning() {
        return standing.equals(RUNNING);
    }

    public boolean isFailed() {
        return standing.equals(FAILED);
    }
}
