package org.plenary.papers.award;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;

/**
 * An award of a conference (CFP-11). A value; {@link Awards} keeps it.
 *
 * @param openedAt since when the jury votes; null while nominees are gathered
 * @param closedAt when the chairs ended voting before its time
 * @param outcome who wins; null until the chairs have confirmed it
 * @param announcedAt since when anybody but staff knows the outcome
 * @param version rises with every change
 */
record Award(
        UUID id,
        UUID conference,
        AwardPlan plan,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable AwardOutcome outcome,
        @Nullable Instant announcedAt,
        long version) {
    /** Where it stands, one after the other. */
    enum Phase {
        GATHERING,
        VOTING,
        COUNTED,
        CONFIRMED,
        ANNOUNCED;

        /** The last part of its message keys; templates call it. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    Phase phase(Instant now) {
        if (announcedAt != null) return Phase.ANNOUNCED;
        if (outcome != null) return Phase.CONFIRMED;
        if (openedAt == null) return Phase.GATHERING;
        return closedAt == null && !plan.votingUntil().isPassed(now) ? Phase.VOTING : Phase.COUNTED;
    }

    /** @throws Problem.Conflict {@code award_wrong_time} when it does not stand there */
    void requirePhase(Instant now, Phase... possible) {
        var phase = phase(now);
        for (var each : possible) if (each == phase) return;
        throw new Problem.Conflict("award_wrong_time", "The award does not stand where this can be done.");
    }

    /** Whether the time has come at which everybody may know; without a time the chairs say so. */
    boolean isTimeToAnnounce(Instant now) {
        var at = plan.knownAt();
        return at != null && !now.isBefore(at.instant());
    }

    Award change(AwardPlan plan) {
        return new Award(id, conference, plan, openedAt, closedAt, outcome, announcedAt, version + 1);
    }

    Award open(Instant now) {
        return new Award(id, conference, plan, now, null, outcome, announcedAt, version + 1);
    }

    Award close(Instant now) {
        return new Award(id, conference, plan, openedAt, now, outcome, announcedAt, version + 1);
    }

    Award confirm(AwardOutcome outcome) {
        return new Award(id, conference, plan, openedAt, closedAt, outcome, announcedAt, version + 1);
    }

    Award announce(Instant now) {
        return new Award(id, conference, plan, openedAt, closedAt, outcome, now, version + 1);
    }
}
