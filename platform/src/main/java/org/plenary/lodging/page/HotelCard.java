package org.plenary.lodging.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.lodging.hotel.RoomType;
import org.plenary.lodging.room.FreeRooms.HotelOnSale;
import org.plenary.lodging.room.FreeRooms.NightOnSale;
import org.plenary.lodging.room.FreeRooms.RoomTypeOnSale;

/**
 * A hotel as delegates see it.
 *
 * @param dates all nights of its room types, in rising order
 * @param taxes what its local taxes are called
 */
record HotelCard(
        String name,
        String address,
        @Nullable LocalDate cutOffOn,
        boolean onSale,
        List<LocalDate> dates,
        List<RoomTypeLine> roomTypes,
        List<String> taxes) {

    /** @param nights one for each date of the hotel */
    record RoomTypeLine(
            String name,
            int occupancy,
            Money nightlyRate,
            List<NightCell> nights,
            boolean soldOut,
            RoomType.Features features,
            List<RoomType.GuestRate> guestRates) {}

    /** @param left null when the room type is not offered in this night; @param rate its own; null for none */
    record NightCell(
            LocalDate date,
            @Nullable Integer left,
            @Nullable Money rate) {}

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
                        .toList(),
                hotel.taxes().stream().map(tax -> tax.name().in(locale)).toList());
    }

    private static RoomTypeLine line(RoomTypeOnSale type, List<LocalDate> dates, Locale locale) {
        var cells = dates.stream().map(date -> cell(type, date)).toList();
        var soldOut = type.nights().stream().allMatch(night -> night.left() == 0);
        return new RoomTypeLine(
                type.name().in(locale),
                type.occupancy(),
                type.nightlyRate(),
                cells,
                soldOut,
                type.features(),
                type.guestRates());
    }

    private static NightCell cell(RoomTypeOnSale type, LocalDate date) {
        Stream<NightOnSale> night =
                type.nights().stream().filter(each -> each.date().equals(date));
        return night.findFirst()
                .map(each -> new NightCell(date, each.left(), each.rate()))
                .orElse(new NightCell(date, null, null));
    }
}
