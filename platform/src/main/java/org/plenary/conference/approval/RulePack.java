package org.plenary.conference.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;

/**
 * A version of a pack of compliance rules, without the rules themselves. What is published is never changed.
 *
 * @param code stays the same for all versions: {@code CN-University}
 * @param effectiveFrom the first day on which a conference can be given it
 * @param changedBy who wrote it last
 */
record RulePack(
        String code,
        int version,
        LocalizedText title,
        LocalDate effectiveFrom,
        State state,
        Instant changedAt,
        String changedBy,
        @Nullable Instant publishedAt,
        @Nullable Instant withdrawnAt) {
    enum State {
        DRAFT,
        PUBLISHED,
        /** Conferences that keep to it go on; none is given it any more. */
        WITHDRAWN;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
