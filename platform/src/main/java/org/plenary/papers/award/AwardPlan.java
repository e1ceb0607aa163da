package org.plenary.papers.award;

import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;
import org.plenary.papers.call.Deadline;

/**
 * What is awarded, and when.
 *
 * @param students whether each nominee needs a student among its authors
 * @param winners how many papers can win, from 1 to 5
 * @param votingUntil the last moment at which the jury votes
 * @param knownAt from when the outcome may be known, such as the closing (CFP-11); null for when the chairs say so
 */
record AwardPlan(
        LocalizedText name,
        boolean students,
        int winners,
        Deadline votingUntil,
        @Nullable Deadline knownAt) {}
