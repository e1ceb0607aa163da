package org.plenary.lodging.tour;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.LocalizedText;

/**
 * An excursion, a dinner or another event that is sold by the place.
 *
 * @param key names it in carts; never changes
 * @param startsAt in the conference's zone
 * @param price of one place
 * @param capacity null for no limit
 * @param taxRate percent contained in the price
 * @param closesOn the last day on which it is sold, in the conference's zone; null for until it starts
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
        long version) {

    /** The conference's own cut-off goes before the tour's last day, unless the two are decoupled. */
    boolean isOnSale(Instant now, ConferenceView conference) {
        var there = LocalDateTime.ofInstant(now, conference.timeZone());
        if (conference.commonCutOff() != null) return there.isBefore(startsAt) && !conference.isPastCutOff(now);
        return there.isBefore(startsAt)
                && (closesOn == null || !there.toLocalDate().isAfter(closesOn));
    }

    /** The last day on which it is sold for this conference; null for until it starts. */
    @Nullable
    LocalDate lastDay(ConferenceView conference) {
        var common = conference.commonCutOff();
        return common == null ? closesOn : common.on();
    }

    /** The same at another price, in another currency. */
    Tour at(Money other) {
        return new Tour(
                id, key, name, description, meetingPoint, startsAt, other, capacity, taxRate, closesOn, version);
    }

    /** The key of its places in {@link org.plenary.registration.Stock}. */
    String stockKey() {
        return stockKey(key);
    }

    static String stockKey(String key) {
        return "tour:" + key;
    }
}
