package org.plenary.lodging.tour;

import java.time.LocalDate;
import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.lodging.tour.ToursOnSale.TourOnSale;

/**
 * A tour as delegates see it.
 *
 * @param left null for no limit
 */
record TourCard(
        String key,
        String name,
        String description,
        String meetingPoint,
        String startsAt,
        Money price,
        @Nullable LocalDate closesOn,
        boolean onSale,
        @Nullable Integer left,
        boolean soldOut) {
    private static final int FEW = 20;

    static TourCard of(TourOnSale tour, Locale locale) {
        return new TourCard(
                tour.key(),
                tour.name().in(locale),
                tour.description().in(locale),
                tour.meetingPoint().in(locale),
                TourTexts.at(tour.startsAt().toLocalDateTime(), locale),
                tour.price(),
                tour.closesOn(),
                tour.onSale(),
                tour.left(),
                tour.onSale() && !tour.isFree());
    }

    /** Whether few enough are left to say so. */
    public boolean isShort() {
        return onSale && left != null && left > 0 && left <= FEW;
    }

    /** As many as one order may have. */
    public int most() {
        return left == null ? Places.MOST : Math.min(left, Places.MOST);
    }
}
