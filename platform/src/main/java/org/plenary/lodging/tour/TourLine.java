package org.plenary.lodging.tour;

import java.time.LocalDate;
import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A tour in the organizer's list. */
record TourLine(
        String key,
        String name,
        String startsAt,
        String meetingPoint,
        Money price,
        @Nullable LocalDate closesOn,
        @Nullable Integer capacity,
        int taken,
        int percent) {
    static TourLine of(PlacesTaken.Line line, Locale locale) {
        var tour = line.tour();
        return new TourLine(
                tour.key(),
                tour.name().in(locale),
                TourTexts.at(tour.startsAt(), locale),
                tour.meetingPoint().in(locale),
                tour.price(),
                tour.closesOn(),
                tour.capacity(),
                line.taken(),
                line.percent());
    }
}
