package org.plenary.papers.matching;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One time of working out who reviews what.
 *
 * @param stage the end of a message key
 * @param percent of the stage that is done
 * @param summary null while it runs
 */
record MatchRun(
        UUID id,
        UUID conference,
        Standing standing,
        String stage,
        int percent,
        MatchSettings settings,
        @Nullable Summary summary,
        String startedBy,
        Instant startedAt,
        @Nullable Instant endedAt) {

    enum Standing {
        RUNNING,
        /** Somebody wants it to end; it does at its next step. */
        CANCELLING,
        DONE,
        CANCELLED;

        @JsonValue
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Standing of(String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code().equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A paper by its number, with how many reviews nobody can write. */
    record Short(int number, int missing) {}

    /** A reviewer with how many papers they have fewer than they were to get. */
    record Below(String name, int papers) {}

    /**
     * @param pairs that are proposed
     * @param worst what the paper that is served worst has in points
     * @param shortages at most 200
     */
    record Summary(
            int papers, int reviewers, int pairs, long points, long worst, List<Short> shortages, List<Below> below) {}

    public boolean isRunning() {
        return standing == Standing.RUNNING || standing == Standing.CANCELLING;
    }

    /** As pages ask for it. */
    public String code() {
        return standing.code();
    }
}
