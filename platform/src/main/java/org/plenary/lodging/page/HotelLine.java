package org.plenary.lodging.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.lodging.report.HotelPickup;

/** A hotel in the organizer's list. */
record HotelLine(
        UUID id,
        String name,
        String address,
        @Nullable LocalDate cutOffOn,
        List<Type> roomTypes,
        int block,
        int taken,
        int percent) {
    record Type(String name, int occupancy, Money nightlyRate) {}

    static HotelLine of(HotelPickup pickup, Locale locale) {
        var hotel = pickup.hotel();
        var total = pickup.total();
        return new HotelLine(
                hotel.id(),
                hotel.name().in(locale),
                hotel.address().in(locale),
                hotel.cutOffOn(),
                hotel.roomTypes().stream()
                        .map(type -> new Type(type.name().in(locale), type.occupancy(), type.nightlyRate()))
                        .toList(),
                total.contracted(),
                total.taken(),
                total.percent());
    }
}
