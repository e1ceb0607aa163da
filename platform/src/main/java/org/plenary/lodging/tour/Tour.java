package org.plenary.lodging.tour;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.LocalizedText;
import org.plenary.registration.PriceList;

/**
 * An excursion, a dinner or another event that is sold by the place.
 *
 * @param key names it in carts; never changes
 * @param startsAt in the conference's zone
 * @param price of one place for a delegate
 * @param capacity null for no limit
 * @param taxRate percent contained in the price
 * @param closesOn the last day on which it is sold, in the conference's zone; null for until it starts
 * @param details those kept by earlier versions have none
 * @param state those kept by earlier versions have none
 */
record Tour(
        UUID id,
        String key,
        LocalizedText name,
        LocalizedText description,
        LocalizedText meetingPoint,
        LocalDateTime startsAt,
        Money price,
        @Nullable Integer capacity,
        BigDecimal taxRate,
        @Nullable LocalDate closesOn,
        long version,
        TourDetails details,
        TourState state) {
    Tour {
        details = Objects.requireNonNullElse(details, TourDetails.NONE);
        state = Objects.requireNonNullElse(state, TourState.OPEN);
    }

    /** The conference's own cut-off goes before the tour's last day, unless the two are decoupled. */
    boolean isOnSale(Instant now, ConferenceView conference) {
        if (isCancelled()) return false;
        var there = LocalDateTime.ofInstant(now, conference.timeZone());
        if (conference.commonCutOff() != null) return there.isBefore(startsAt) && !conference.isPastCutOff(now);
        return there.isBefore(startsAt)
                && (closesOn == null || !there.toLocalDate().isAfter(closesOn));
    }

    boolean isCancelled() {
        return state.kind() == TourState.Kind.CANCELLED;
    }

    /** Whether it still has to be seen if it takes place: nobody has decided, and it needs so many. */
    boolean isAwaitingMinimum() {
        return state.kind() == TourState.Kind.OPEN && details.minimum() != null && details.minimumBy() != null;
    }

    /** The last day on which it is sold for this conference; null for until it starts. */
    @Nullable
    LocalDate lastDay(ConferenceView conference) {
        var common = conference.commonCutOff();
        return common == null ? closesOn : common.on();
    }

    LocalDateTime meetsAt() {
        var at = details.meetsAt();
        return at == null ? startsAt : at;
    }

    /** In the conference's main currency. */
    Money price(GuestKind kind) {
        var own = details.guestPrices().of(kind);
        return own == null ? price : own;
    }

    /** The key of a price that can be another one in other currencies. */
    String priceKey(GuestKind kind) {
        return details.guestPrices().of(kind) == null ? stockKey() : stockKey() + ":" + kind.wire();
    }

    /** @throws org.plenary.kernel.Problem.InvalidInput when it is not offered in the currency of the list */
    Money price(GuestKind kind, PriceList prices, String pointer) {
        return prices.require(priceKey(kind), price(kind), pointer);
    }

    /** How many one order may have. */
    int mostPerOrder() {
        var most = details.maximumPerOrder();
        return most == null ? Places.MOST : Math.min(most, Places.MOST);
    }

    /** How many can be sold. */
    @Nullable
    Integer sellable() {
        return isCancelled() ? Integer.valueOf(0) : capacity;
    }

    /** The same, decided otherwise. */
    Tour in(TourState other) {
        return new Tour(
                id,
                key,
                name,
                description,
                meetingPoint,
                startsAt,
                price,
                capacity,
                taxRate,
                closesOn,
                version + 1,
                details,
                other);
    }

    /** The key of its places in {@link org.plenary.registration.Stock}. */
    String stockKey() {
        return stockKey(key);
    }

    static String stockKey(String key) {
        return "tour:" + key;
    }
}
