package org.plenary.lodging.rooming;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.lodging.hotel.PaymentWay;

/**
 * One room for some nights as its hotel is told of it, and nothing more of those who sleep there.
 *
 * @param guests may be empty once people were forgotten
 * @param order the code that its buyer quotes at the desk
 * @param roomType its key
 * @param subBlock its key; empty for the main block
 * @param atHotel what the hotel gets from the guest, or from the organizer
 * @param acknowledgement the hotel's own booking number; empty until it has given one
 */
public record HotelStay(
        UUID id,
        String order,
        List<String> guests,
        String roomType,
        String subBlock,
        LocalDate checkIn,
        LocalDate checkOut,
        String requests,
        PaymentWay.Kind way,
        Money atHotel,
        String acknowledgement,
        String roomNumber,
        StayState state,
        @Nullable LateCheckOut late) {
    public HotelStay {
        guests = List.copyOf(guests);
    }

    /** Under whose name the room is. */
    public String guest() {
        return guests.isEmpty() ? "" : guests.getFirst();
    }

    /** Who shares it. */
    public String partners() {
        return guests.size() < 2 ? "" : String.join(", ", guests.subList(1, guests.size()));
    }

    public int nights() {
        return Math.toIntExact(ChronoUnit.DAYS.between(checkIn, checkOut));
    }

    /** Until when the hotel has agreed to a late check-out; null when it has not. */
    public @Nullable LocalTime lateUntil() {
        return late != null && late.state() == LateCheckOut.State.ACCEPTED ? late.until() : null;
    }
}
