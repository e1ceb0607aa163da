package org.plenary.lodging.room;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.NoticeSection;
import org.plenary.conference.Notices;
import org.plenary.kernel.LocalizedText;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.Hotels;
import org.plenary.lodging.hotel.RoomType;
import org.plenary.registration.PriceList;
import org.plenary.registration.PriceLists;
import org.plenary.registration.Stock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which rooms can be booked now and in the currency that is asked for, in four queries whatever the number of hotels. */
@Component
public class FreeRooms {
    private final Hotels hotels;
    private final Stock stock;
    private final PriceLists priceLists;
    private final Notices notices;
    private final Clock clock;

    FreeRooms(Hotels hotels, Stock stock, PriceLists priceLists, Notices notices, Clock clock) {
        this.hotels = hotels;
        this.stock = stock;
        this.priceLists = priceLists;
        this.notices = notices;
        this.clock = clock;
    }

    /** @param onSale false once the cut-off date has passed; nothing is left then */
    public record HotelOnSale(
            UUID id,
            String key,
            LocalizedText name,
            LocalizedText address,
            @Nullable LocalDate cutOffOn,
            boolean onSale,
            List<RoomTypeOnSale> roomTypes) {}

    public record RoomTypeOnSale(
            UUID id, String key, LocalizedText name, int occupancy, Money nightlyRate, List<NightOnSale> nights) {}

    /** @param left rooms free in the night from this date to the next morning */
    public record NightOnSale(LocalDate date, int left) {}

    @Transactional(readOnly = true)
    public List<HotelOnSale> of(ConferenceView conference) {
        var now = clock.instant();
        var all = hotels.all(conference.id());
        if (all.isEmpty()) return List.of();
        var told = told(conference);
        var levels = stock.levels(conference.id(), "night:");
        var prices = priceLists.of(conference);
        return all.stream()
                .filter(told)
                .map(hotel -> hotel.with(inCurrency(hotel, prices)))
                .map(hotel -> onSale(hotel, hotel.isOnSale(now, conference), hotel.lastDay(conference), levels))
                .toList();
    }

    /** Which hotels are published: one whose agreement is not signed is not, nor is any while the organizer withholds them. */
    Predicate<Hotel> told(ConferenceView conference) {
        var open = notices.open(conference.id());
        return hotel -> open.shows(NoticeSection.HOTELS, hotel.agreement());
    }

    /** Without the room types that are not offered in the currency. */
    private static List<RoomType> inCurrency(Hotel hotel, PriceList prices) {
        return hotel.roomTypes().stream()
                .flatMap(type -> prices.of(hotel.priceKey(type), type.nightlyRate()).map(type::at).stream())
                .toList();
    }

    private static HotelOnSale onSale(
            Hotel hotel, boolean onSale, @Nullable LocalDate lastDay, Map<String, Stock.Level> levels) {
        var types = hotel.roomTypes().stream()
                .map(type -> onSale(type, onSale, levels))
                .toList();
        return new HotelOnSale(hotel.id(), hotel.key(), hotel.name(), hotel.address(), lastDay, onSale, types);
    }

    private static RoomTypeOnSale onSale(RoomType type, boolean onSale, Map<String, Stock.Level> levels) {
        var nights = type.nights().stream()
                .map(night -> new NightOnSale(night.date(), onSale ? left(levels.get(type.stockKey(night.date()))) : 0))
                .toList();
        return new RoomTypeOnSale(type.id(), type.key(), type.name(), type.occupancy(), type.nightlyRate(), nights);
    }

    private static int left(Stock.@Nullable Level level) {
        var left = level == null ? null : level.left();
        return left == null ? 0 : left;
    }
}
