package org.plenary.lodging.settlement;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;

/**
 * One room that was booked here.
 *
 * @param expected what the hotel charges the organizer for it: what was paid here for it, or all of it when the organizer pays
 * @param paidHere what the guest paid here
 */
record Stayed(
        UUID id,
        String order,
        String acknowledgement,
        List<String> guests,
        LocalDate checkIn,
        LocalDate checkOut,
        String way,
        Money expected,
        Money paidHere) {
    public int nights() {
        return Math.toIntExact(ChronoUnit.DAYS.between(checkIn, checkOut));
    }
}
