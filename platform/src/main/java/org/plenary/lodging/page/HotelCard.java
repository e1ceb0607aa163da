package org.plenary.lodging.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.lodging.room.FreeRooms.HotelOnSale;
import org.plenary.lodging.room.FreeRooms.NightOnSale;
import org.plenary.lodging.room.FreeRooms.RoomTypeOnSale;

/**
 * A hotel as delegates see it.
 *
 * @param dates all nights of its room types, in rising order
 */
record HotelCard(
        String name,
        String address,
        @Nullable LocalDate cutOffOn,
        boolean onSale,
        List<LocalDate> dates,
        List<RoomTypeLine> roomTypes) {

    /** @param nights one for each date of the hotel */
    record RoomTypeLine(String name, int occupancy, Money nightlyRate, List<NightCell> nights, boolean soldOut) {}

    /** @param left null when the room type is not offered in this night */
    record NightCell(LocalDate date, @Nullable Integer left) {}

    static HotelCard of(HotelOnSale hotel, Locale locale) {
        var dates = hotel.roomTypes().stream()
                .flatMap(type -> type.nights().stream().map(NightOnSale::date))
                .distinct()
                .sorted()
                .toList();
        return new HotelCard(
                hotel.name().in(locale),
                hotel.address().in(locale),
                hotel.cutOffOn(),
                hotel.onSale(),
                dates,
                hotel.roomTypes().stream()
                        .map(type -> line(type, dates, locale))
                        .toList());
    }

    private static RoomTypeLine line(RoomTypeOnSale type, List<LocalDate> dates, Locale locale) {
        var cells = dates.stream()
                .map(date -> new NightCell(date, left(type, date)))
                .toList();
        var soldOut = type.nights().stream().allMatch(night -> night.left() == 0);
        return new RoomTypeLine(type.name().in(locale), type.occupancy(), type.nightlyRate(), cells, soldOut);
    }

    private static @Nullable Integer left(RoomTypeOnSale type, LocalDate date) {
        Stream<NightOnSale> night =
                type.nights().stream().filter(each -> each.date().equals(date));
        return night.findFirst().map(NightOnSale::left).orElse(null);
    }
}
