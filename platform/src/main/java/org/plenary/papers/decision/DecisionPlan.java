package org.plenary.papers.decision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;
import org.plenary.papers.call.Deadline;

/**
 * How a conference tells authors what was decided, and what it asks of those whose papers are accepted.
 *
 * @param held whether authors learn of decisions only when the chairs announce them
 * @param announceAt when what is held is announced by itself; null for when the chairs say so
 * @param acceptedNote what the chairs add to the mail about an accepted paper; blank for nothing
 * @param rejectedNote the same about a rejected one
 * @param signer who signs letters; blank for nobody by name
 * @param signerPost of whoever signs, such as chair of the programme committee
 * @param presenterUntil until when each accepted paper needs an author who is registered (CFP-13); null for no such rule
 */
public record DecisionPlan(
        boolean held,
        @Nullable Deadline announceAt,
        LocalizedText acceptedNote,
        LocalizedText rejectedNote,
        String signer,
        LocalizedText signerPost,
        @Nullable Deadline presenterUntil) {
    private static final LocalizedText NOTHING = LocalizedText.of("");

    /** Before the chairs have said anything: as early as possible (CFP-07). */
    static final DecisionPlan FIRST = new DecisionPlan(false, null, NOTHING, NOTHING, "", NOTHING, null);

    boolean isTimeToAnnounce(Instant now) {
        return held && announceAt != null && announceAt.isPassed(now);
    }
}
