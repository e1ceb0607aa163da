package org.plenary.lodging.room;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.RoomType;

/**
 * One room for some nights and guests, checked: all of its nights are in the block.
 *
 * @param checkOut the morning after the last night
 */
record Stay(Hotel hotel, RoomType roomType, LocalDate checkIn, LocalDate checkOut, List<String> guests) {
    Stay {
        if (!checkOut.isAfter(checkIn)) throw new IllegalArgumentException("a stay has at least one night");
        guests = List.copyOf(guests);
    }

    List<LocalDate> nights() {
        return checkIn.datesUntil(checkOut).toList();
    }

    int nightCount() {
        return Math.toIntExact(ChronoUnit.DAYS.between(checkIn, checkOut));
    }

    Money total() {
        return roomType.nightlyRate().multipliedBy(nightCount());
    }

    /** The first night that is not in the block of the room type; looks no further than that. */
    static Optional<LocalDate> firstOutside(RoomType type, LocalDate checkIn, LocalDate checkOut) {
        var block = type.dates();
        return checkIn.datesUntil(checkOut)
                .filter(night -> !block.contains(night))
                .findFirst();
    }
}
