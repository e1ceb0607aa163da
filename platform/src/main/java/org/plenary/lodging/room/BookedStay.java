package org.plenary.lodging.room;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.PaymentWay;
import org.plenary.lodging.hotel.RoomType;
import org.plenary.lodging.hotel.SubBlock;

/**
 * A room that was booked, as it was sold.
 *
 * @param line of the order that it is sold by now
 * @param number that acknowledges the booking, whatever becomes of its dates and guests; null until it is certain
 * @param hotelNumber the hotel's own; null until it has given one
 * @param subBlock key of the sub-block that its nights come from; empty for the main block
 * @param nights with what each costs; empty for a booking of earlier versions
 * @param due what was paid here, at once
 */
public record BookedStay(
        UUID id,
        UUID order,
        UUID line,
        @Nullable String number,
        @Nullable String hotelNumber,
        Hotel hotel,
        RoomType roomType,
        String subBlock,
        LocalDate checkIn,
        LocalDate checkOut,
        List<String> guests,
        boolean confirmed,
        List<Night> nights,
        List<Tax> taxes,
        Money total,
        Money due,
        PaymentWay.Kind way,
        String requests) {
    public record Night(LocalDate date, Money rate) {}

    /** @param atHotel whether the hotel collects it */
    public record Tax(LocalizedText name, Money amount, boolean atHotel) {}

    /** What the hotel gets, from the guest or from the organizer. */
    public Money atHotel() {
        return total.minus(due);
    }

    /** Whether its guests may change it themselves: until the day that the contract names, and before check-in. */
    public boolean mayBeChanged(LocalDate today) {
        var last = hotel.terms().closesOn();
        return confirmed && today.isBefore(checkIn) && (last == null || !today.isAfter(last));
    }

    public int nightCount() {
        return Math.toIntExact(ChronoUnit.DAYS.between(checkIn, checkOut));
    }

    public boolean isUniform() {
        return nights.stream().map(Night::rate).distinct().count() == 1;
    }

    /** What the part of the block is called that its nights come from; null for the main block. */
    public @Nullable LocalizedText subBlockName() {
        return hotel.subBlock(subBlock).map(SubBlock::name).orElse(null);
    }
}
