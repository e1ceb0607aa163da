package org.plenary.papers.cameraready;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The final version of an accepted paper, apart from its files.
 *
 * @param ticked keys of the checklist
 * @param note of the editor who sent it back
 * @param mendUntil until when a paper that was sent back can be handed in again, whatever the deadline
 * @param acceptedAs what it said when it was accepted; null when nothing was corrected since
 */
record FinalVersion(
        UUID paper,
        FinalStanding standing,
        Set<String> ticked,
        @Nullable String note,
        @Nullable String checkedBy,
        @Nullable Instant checkedAt,
        @Nullable Instant mendUntil,
        @Nullable Wording acceptedAs) {
    FinalVersion {
        ticked = Set.copyOf(ticked);
    }

    static FinalVersion none(UUID paper) {
        return new FinalVersion(paper, FinalStanding.MISSING, Set.of(), null, null, null, null, null);
    }

    boolean canBeMended(Instant now) {
        return mendUntil != null && !now.isAfter(mendUntil);
    }

    public boolean isReturned() {
        return standing == FinalStanding.RETURNED;
    }

    FinalVersion handedIn() {
        return with(FinalStanding.WAITING);
    }

    /** Corrected after it was approved, it is looked at again. */
    FinalVersion corrected(Wording before) {
        var next = standing == FinalStanding.READY ? FinalStanding.WAITING : standing;
        return new FinalVersion(
                paper, next, ticked, note, checkedBy, checkedAt, mendUntil, acceptedAs == null ? before : acceptedAs);
    }

    FinalVersion ticked(Set<String> keys) {
        return new FinalVersion(paper, standing, keys, note, checkedBy, checkedAt, mendUntil, acceptedAs);
    }

    FinalVersion approved(String by, Instant at) {
        return new FinalVersion(paper, FinalStanding.READY, ticked, null, by, at, null, acceptedAs);
    }

    FinalVersion returned(String note, String by, Instant at, @Nullable Instant until) {
        return new FinalVersion(paper, FinalStanding.RETURNED, ticked, note, by, at, until, acceptedAs);
    }

    private FinalVersion with(FinalStanding next) {
        return new FinalVersion(paper, next, ticked, note, checkedBy, checkedAt, mendUntil, acceptedAs);
    }
}
