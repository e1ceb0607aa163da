package org.plenary.lodging.tour;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a tour takes place.
 *
 * @param at since when; null while nothing was decided
 * @param by who decided; empty for the platform itself
 * @param cause of a cancellation; null otherwise
 * @param note what the organizer tells those who booked; empty for nothing
 * @param warnedAt when the organizer was told that the minimum is not reached; null for not yet
 */
record TourState(
        Kind kind,
        @Nullable Instant at,
        String by,
        @Nullable Cause cause,
        String note,
        @Nullable Instant warnedAt) {
    static final TourState OPEN = new TourState(Kind.OPEN, null, "", null, "", null);

    enum Kind {
        /** It takes place when enough have paid. */
        OPEN,
        /** It takes place with however few. */
        KEPT,
        CANCELLED;

        @JsonValue
        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum Cause {
        /** Not enough had paid by the day. */
        MINIMUM,
        ORGANIZER;

        @JsonValue
        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    TourState warned(Instant now) {
        return new TourState(kind, at, by, cause, note, now);
    }

    /** Another day for the minimum is another warning. */
    TourState unwarned() {
        return new TourState(kind, at, by, cause, note, null);
    }

    static TourState kept(Instant now, String by) {
        return new TourState(Kind.KEPT, now, by, null, "", null);
    }

    static TourState cancelled(Instant now, String by, Cause cause, String note) {
        return new TourState(Kind.CANCELLED, now, by, cause, note, null);
    }
}
