package org.plenary.lodging.tour;

import java.time.LocalDate;
import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A tour in the organizer's list.
 *
 * @param taken held or sold
 * @param sold those of them that are certain
 * @param minimum null when it needs none
 * @param missing how many more it needs while it is not decided; 0 for none
 */
record TourLine(
        String key,
        String name,
        String startsAt,
        String meetingPoint,
        Money price,
        @Nullable LocalDate closesOn,
        @Nullable Integer capacity,
        int taken,
        int sold,
        @Nullable Integer minimum,
        @Nullable LocalDate minimumBy,
        int missing,
        TourState.Kind state,
        int percent) {
    static TourLine of(PlacesTaken.Line line, int sold, Locale locale) {
        var tour = line.tour();
        var minimum = tour.details().minimum();
        return new TourLine(
                tour.key(),
                tour.name().in(locale),
                TourTexts.at(tour.startsAt(), locale),
                tour.meetingPoint().in(locale),
                tour.price(),
                tour.closesOn(),
                tour.capacity(),
                line.taken(),
                sold,
                minimum,
                tour.details().minimumBy(),
                minimum == null || !tour.isAwaitingMinimum() ? 0 : Math.max(0, minimum - sold),
                tour.state().kind(),
                line.percent());
    }

    public boolean isCancelled() {
        return state == TourState.Kind.CANCELLED;
    }

    /** Whether it takes place for certain, though it has a minimum. */
    public boolean isSafe() {
        return !isCancelled() && minimum != null && missing == 0;
    }
}
