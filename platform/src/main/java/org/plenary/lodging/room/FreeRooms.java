package org.plenary.lodging.room;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.plenary.lodging.hotel.LocalTax;
import org.plenary.lodging.hotel.PaymentWay;
import org.plenary.lodging.hotel.RoomType;
import org.plenary.lodging.hotel.SubBlock;
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

    /**
     * @param opensOn the first day on which it can be booked; null when that has been
     * @param onSale false before that, and once the cut-off date has passed; nothing is left then
     * @param ways to pay for its rooms
     */
    public record HotelOnSale(
            UUID id,
            String key,
            LocalizedText name,
            LocalizedText address,
            @Nullable LocalDate opensOn,
            @Nullable LocalDate cutOffOn,
            boolean onSale,
            List<RoomTypeOnSale> roomTypes,
            List<PaymentWay> ways,
            List<LocalTax> taxes,
            List<PartOnSale> subBlocks) {
        /**
         * The sub-block that people book from, and wait for. Empty for the main block, which is what is left to those whose sub-block is
         * closed, or is not for them.
         *
         * @param name its key
         * @param by whom it is to be for
         */
        public Optional<PartOnSale> part(String name, Predicate<SubBlock> by) {
            return subBlocks.stream()
                    .filter(each -> each.part().key().equals(name) && each.onSale() && by.test(each.part()))
                    .findFirst();
        }
    }

    public record RoomTypeOnSale(
            UUID id,
            String key,
            LocalizedText name,
            int occupancy,
            Money nightlyRate,
            List<NightOnSale> nights,
            RoomType.Features features,
            List<RoomType.GuestRate> guestRates) {}

    /**
     * @param left rooms free in the night from this date to the next morning
     * @param rate its own, for a room at the standard rate; null when it is that
     */
    public record NightOnSale(
            LocalDate date, int left, @Nullable Money rate) {}

    /**
     * A sub-block, for those whom it is for.
     *
     * @param roomTypes with the nights that are in it
     */
    public record PartOnSale(SubBlock part, boolean onSale, List<RoomTypeOnSale> roomTypes, List<PaymentWay> ways) {}

    /** Without sub-blocks: they are for some people only. */
    @Transactional(readOnly = true)
    public List<HotelOnSale> published(ConferenceView conference) {
        return of(conference).stream()
                .map(hotel -> new HotelOnSale(
                        hotel.id(),
                        hotel.key(),
                        hotel.name(),
                        hotel.address(),
                        hotel.opensOn(),
                        hotel.cutOffOn(),
                        hotel.onSale(),
                        hotel.roomTypes(),
                        hotel.ways(),
                        hotel.taxes(),
                        List.of()))
                .toList();
    }

    @Transactional(readOnly = true)
    public List<HotelOnSale> of(ConferenceView conference) {
        return of(conference, false);
    }

    /** As staff book: before the first day and after the cut-off, too. */
    @Transactional(readOnly = true)
    public List<HotelOnSale> forStaff(ConferenceView conference) {
        return of(conference, true);
    }

    private List<HotelOnSale> of(ConferenceView conference, boolean byStaff) {
        var all = hotels.all(conference.id());
        if (all.isEmpty()) return List.of();
        var told = told(conference);
        var levels = stock.levels(conference.id(), "night:");
        var prices = priceLists.of(conference);
        var now = clock.instant();
        return all.stream()
                .filter(told)
                .map(hotel -> onSale(hotel.in(prices), now, conference, levels, byStaff))
                .toList();
    }

    /** Which hotels are published: one whose agreement is not signed is not, nor is any while the organizer withholds them. */
    Predicate<Hotel> told(ConferenceView conference) {
        var open = notices.open(conference.id());
        return hotel -> open.shows(NoticeSection.HOTELS, hotel.agreement());
    }

    private static HotelOnSale onSale(
            Hotel hotel, Instant now, ConferenceView conference, Map<String, Stock.Level> levels, boolean byStaff) {
        var isOnSale = byStaff || hotel.isOnSale(now, conference);
        var types = hotel.roomTypes().stream()
                .map(type -> onSale(type, null, isOnSale, levels))
                .toList();
        var parts = hotel.subBlocks().stream()
                .map(part -> onSale(hotel, part, byStaff || hotel.isOnSale(part, now, conference), levels))
                .toList();
        return new HotelOnSale(
                hotel.id(),
                hotel.key(),
                hotel.name(),
                hotel.address(),
                hotel.isOpen(now, conference) ? null : hotel.terms().opensOn(),
                hotel.lastDay(conference),
                isOnSale,
                types,
                hotel.ways(null),
                hotel.terms().taxes(),
                parts);
    }

    private static PartOnSale onSale(Hotel hotel, SubBlock part, boolean isOnSale, Map<String, Stock.Level> levels) {
        var types = hotel.roomTypes().stream()
                .map(type -> onSale(type, part, isOnSale, levels))
                .filter(type -> !type.nights().isEmpty())
                .toList();
        return new PartOnSale(part, isOnSale, types, hotel.ways(part));
    }

    private static RoomTypeOnSale onSale(
            RoomType type, @Nullable SubBlock part, boolean isOnSale, Map<String, Stock.Level> levels) {
        var nights = type.nights().stream()
                .filter(night -> part == null || part.allotted(type.key(), night.date()) > 0)
                .map(night -> {
                    var key = part == null ? type.stockKey(night.date()) : part.stockKey(type.id(), night.date());
                    return new NightOnSale(night.date(), isOnSale ? left(levels.get(key)) : 0, night.rate());
                })
                .toList();
        return new RoomTypeOnSale(
                type.id(),
                type.key(),
                type.name(),
                type.occupancy(),
                type.nightlyRate(),
                nights,
                type.features(),
                type.guestRates());
    }

    private static int left(Stock.@Nullable Level level) {
        var left = level == null ? null : level.left();
        return left == null ? 0 : left;
    }
}
