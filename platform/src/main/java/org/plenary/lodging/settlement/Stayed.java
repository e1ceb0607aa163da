package org.plenary.lodging.settlement;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One room that was booked here.
 *
 * @param noShow whether nobody ever came
 * @param rates of its nights, in their order
 * @param booked what the hotel charges the organizer for a room that was used: what was paid here for it, or all of it when the
 *     organizer pays
 * @param expected the same, but for what the contract lets the hotel charge for nobody
 * @param chargeable how many nights the hotel may charge
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
        boolean noShow,
        List<Money> rates,
        Money booked,
        Money expected,
        int chargeable,
        Money paidHere) {
    public int nights() {
        return Math.toIntExact(ChronoUnit.DAYS.between(checkIn, checkOut));
    }

    /** @param noShowNights as in {@link Settlement}. No tax is owed for nobody, and no more is charged than would have been. */
    Stayed chargedBy(@Nullable Integer noShowNights) {
        if (!noShow || noShowNights == null || noShowNights >= nights()) return this;
        var none = Money.zero(booked.getCurrencyUnit());
        var charge = rates.stream().limit(noShowNights).reduce(none, Money::plus);
        var most = charge.isLessThan(booked) ? charge : booked;
        return new Stayed(
                id,
                order,
                acknowledgement,
                guests,
                checkIn,
                checkOut,
                way,
                true,
                rates,
                booked,
                most,
                noShowNights,
                paidHere);
    }
}
