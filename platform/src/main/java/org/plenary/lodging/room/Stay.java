package org.plenary.lodging.room;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
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
 */
record Stay(
        Hotel hotel,
        RoomType roomType,
        @Nullable SubBlock subBlock,
        LocalDate checkIn,
        LocalDate checkOut,
        List<String> guests,
        PaymentWay way,
        String requests) {
    Stay {
        if (!checkOut.isAfter(checkIn)) throw new IllegalArgumentException("a stay has at least one night");
        guests = List.copyOf(guests);
    }

    /** As it is sold in a currency; empty when it is not. */
    Optional<Stay> in(PriceList prices) {
        var sold = hotel.in(prices);
        return sold.roomType(roomType.key())
                .map(type -> new Stay(sold, type, subBlock, checkIn, checkOut, guests, way, requests));
    }

    List<LocalDate> nights() {
        return checkIn.datesUntil(checkOut).toList();
    }

    int nightCount() {
        return Math.toIntExact(ChronoUnit.DAYS.between(checkIn, checkOut));
    }

    StayPrice price() {
        return StayPrice.of(hotel.terms().taxes(), roomType, nights(), guests.size());
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
