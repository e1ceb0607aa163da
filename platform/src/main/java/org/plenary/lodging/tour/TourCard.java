package org.plenary.lodging.tour;

import java.time.LocalDate;
import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.lodging.tour.ToursOnSale.TourOnSale;

/**
 * A tour as delegates see it.
 *
 * @param price of a delegate; {@code accompanying} and {@code child} are null when they pay the same
 * @param meetsAt when people meet, when that is not the start; empty otherwise
 * @param endsAt empty when nobody has said so
 * @param languages of the guides; empty when nobody has said so
 * @param minimum null when it takes place in any case
 * @param left null for no limit
 */
record TourCard(
        String key,
        String name,
        String description,
        String meetingPoint,
        @Nullable String meetingLink,
        String startsAt,
        String meetsAt,
        String endsAt,
        String languages,
        @Nullable Integer minimum,
        @Nullable LocalDate minimumBy,
        @Nullable Integer leastAge,
        String notes,
        Money price,
        @Nullable Money accompanying,
        @Nullable Money child,
        @Nullable LocalDate closesOn,
        boolean onSale,
        boolean cancelled,
        @Nullable Integer left,
        boolean soldOut,
        int mostPerOrder) {
    private static final int FEW = 20;

    static TourCard of(TourOnSale tour, Locale locale) {
        var details = tour.details();
        var start = tour.startsAt().toLocalDateTime();
        return new TourCard(
                tour.key(),
                tour.name().in(locale),
                tour.description().in(locale),
                tour.meetingPoint().in(locale),
                details.mapLink(),
                TourTexts.at(start, locale),
                details.meetsAt() == null
                        ? ""
                        : TourTexts.timeOr(details.meetsAt().toLocalDateTime(), start, locale),
                details.endsAt() == null
                        ? ""
                        : TourTexts.timeOr(details.endsAt().toLocalDateTime(), start, locale),
                TourTexts.languages(
                        details.guides().stream()
                                .flatMap(guide -> guide.languages().stream())
                                .distinct()
                                .toList(),
                        locale),
                tour.state() == TourState.Kind.OPEN ? details.minimum() : null,
                details.minimumBy(),
                details.leastAge(),
                details.notes().in(locale),
                tour.price(),
                details.prices().accompanying(),
                details.prices().child(),
                tour.closesOn(),
                tour.onSale(),
                tour.state() == TourState.Kind.CANCELLED,
                tour.left(),
                tour.onSale() && !tour.isFree(),
                details.maximumPerOrder() == null ? Places.MOST : details.maximumPerOrder());
    }

    /** Whether few enough are left to say so. */
    public boolean isShort() {
        return onSale && left != null && left > 0 && left <= FEW;
    }

    /** Whether not everybody pays the same. */
    public boolean hasKinds() {
        return accompanying != null || child != null;
    }

    /** As many as one order may have. */
    public int most() {
        return left == null ? mostPerOrder : Math.min(left, mostPerOrder);
    }
}
