package org.plenary.lodging.room;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.PaymentWay;
import org.plenary.lodging.hotel.RoomType;
import org.plenary.lodging.hotel.SubBlock;
import org.plenary.registration.PriceList;

/**
 * One room for some nights and guests, checked: all of its nights are in the block.
 *
 * @param hotel in the currency of the order
 * @param subBlock that its nights come from; null for the main block
 * @param checkOut the morning after the last night
 * @param requests of the guests to the hotel; empty for none
 * @param sold rates of nights that are sold already, and cost what they were sold at
 */
record Stay(
        Hotel hotel,
        RoomType roomType,
        @Nullable SubBlock subBlock,
        LocalDate checkIn,
        LocalDate checkOut,
        List<String> guests,
        PaymentWay way,
        String requests,
        Map<LocalDate, Money> sold) {
    Stay {
        if (!checkOut.isAfter(checkIn)) throw new IllegalArgumentException("a stay has at least one night");
        guests = List.copyOf(guests);
        sold = Map.copyOf(sold);
    }

    /** As it is sold in a currency; empty when it is not. */
    Optional<Stay> in(PriceList prices) {
        var offered = hotel.in(prices);
        return offered.roomType(roomType.key())
                .map(type -> new Stay(offered, type, subBlock, checkIn, checkOut, guests, way, requests, sold));
    }

    /**
     * In the place of what was booked: the nights of the same room that stay cost what they were sold at, whatever they cost by now.
     * With fewer or more guests they cost so much less or more as that makes today.
     */
    Stay keeping(BookedStay booked) {
        if (!booked.roomType().id().equals(roomType.id())) return this;
        var kept = new HashMap<LocalDate, Money>();
        for (var night : booked.nights()) {
            if (!night.rate().getCurrencyUnit().equals(roomType.nightlyRate().getCurrencyUnit())) continue;
            var rate = night.rate()
                    .plus(roomType.rate(night.date(), guests.size()))
                    .minus(roomType.rate(night.date(), booked.guests().size()));
            kept.put(night.date(), rate.isNegative() ? Money.zero(rate.getCurrencyUnit()) : rate);
        }
        return new Stay(hotel, roomType, subBlock, checkIn, checkOut, guests, way, requests, kept);
    }

    List<LocalDate> nights() {
        return checkIn.datesUntil(checkOut).toList();
    }

    int nightCount() {
        return Math.toIntExact(ChronoUnit.DAYS.between(checkIn, checkOut));
    }

    StayPrice price() {
        var rates = nights().stream()
                .map(night ->
                        new StayPrice.NightPrice(night, sold.getOrDefault(night, roomType.rate(night, guests.size()))))
                .toList();
        return StayPrice.of(hotel.terms().taxes(), rates, guests.size());
    }

    /** The key of one of its nights in {@link org.plenary.registration.Stock}. */
    String stockKey(LocalDate night) {
        return subBlock == null ? roomType.stockKey(night) : subBlock.stockKey(roomType.id(), night);
    }

    /** The first night that is not offered; looks no further than that. */
    static Optional<LocalDate> firstOutside(
            RoomType type, @Nullable SubBlock part, LocalDate checkIn, LocalDate checkOut) {
        var block = type.dates();
        return checkIn.datesUntil(checkOut)
                .filter(night -> !block.contains(night) || part != null && part.allotted(type.key(), night) == 0)
                .findFirst();
    }
}
