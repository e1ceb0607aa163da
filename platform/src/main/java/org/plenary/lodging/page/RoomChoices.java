package org.plenary.lodging.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.TypedTime;
import org.plenary.kernel.web.Choice;
import org.plenary.lodging.hotel.PaymentWay;
import org.plenary.lodging.hotel.SubBlock;
import org.plenary.lodging.room.FreeRooms.HotelOnSale;
import org.plenary.lodging.room.FreeRooms.PartOnSale;
import org.plenary.lodging.room.FreeRooms.RoomTypeOnSale;
import org.plenary.lodging.room.StayOffer;
import org.plenary.registration.CartPart;

/** What can be chosen for a room of the registration form, by whom the cart is for. */
final class RoomChoices {
    private static final int GUESTS_OF_UNKNOWN_ROOM = 2;
    private static final int LONGEST = 60;

    private final List<HotelOnSale> hotels;
    private final boolean canWait;
    private final CartPart.Buyers buyers;
    private final RoomWords words;

    /** @param canWait whether what is sold out can be chosen all the same */
    RoomChoices(List<HotelOnSale> hotels, boolean canWait, CartPart.Buyers buyers, RoomWords words) {
        this.hotels = hotels;
        this.canWait = canWait;
        this.buyers = buyers;
        this.words = words;
    }

    /**
     * @param name the first part of the names of its inputs, {@code rooms.0}
     * @param subBlocks that are for these buyers; none when there is but the main block
     * @param takesCodes whether a code can open another one
     * @param ways to pay; none when there is but one
     * @param price what it costs so far, line by line
     */
    record Fields(
            int number,
            String name,
            RoomRow row,
            List<Choice> rooms,
            List<Choice> subBlocks,
            boolean takesCodes,
            List<Choice> checkIns,
            List<Choice> checkOuts,
            List<Guest> guests,
            List<Choice> ways,
            List<String> price) {}

    record Guest(int number, String name, String value) {}

    /** What a row is about, as far as it can be known. */
    private record Chosen(
            @Nullable HotelOnSale hotel,
            @Nullable PartOnSale part,
            @Nullable RoomTypeOnSale type) {
        List<PaymentWay> ways() {
            if (hotel == null) return List.of();
            return part == null ? hotel.ways() : part.ways();
        }
    }

    /** A new room: the first one that is free, for the days of the conference as far as they are offered. */
    RoomRow first(ConferenceView conference, String guest) {
        for (var hotel : hotels) {
            for (var type : hotel.roomTypes()) {
                if (type.nights().stream().noneMatch(night -> night.left() > 0)) continue;
                var nights = nights(type);
                var checkIn = nights.containsKey(conference.startsOn()) ? conference.startsOn() : nights.firstKey();
                var last = nights.containsKey(conference.endsOn().minusDays(1))
                        ? conference.endsOn()
                        : nights.lastKey().plusDays(1);
                var checkOut = last.isAfter(checkIn) ? last : checkIn.plusDays(1);
                return RoomRow.of(value(hotel, type), checkIn.toString(), checkOut.toString(), guest);
            }
        }
        return RoomRow.of("", "", "", guest);
    }

    Fields fields(int index, RoomRow row) {
        var name = "rooms." + index;
        var chosen = find(row);
        var nights = nights(chosen.type());
        var checkIns = nights.entrySet().stream()
                .map(night -> date(night.getKey(), night.getValue() > 0))
                .toList();
        var checkOuts = nights.keySet().stream()
                .map(night -> date(night.plusDays(1), true))
                .toList();
        return new Fields(
                index + 1,
                name,
                row,
                rooms(),
                subBlocks(row),
                hotels.stream()
                        .flatMap(hotel -> hotel.subBlocks().stream())
                        .anyMatch(part -> part.part().code() != null),
                checkIns,
                checkOuts,
                guests(name, row, chosen),
                ways(chosen),
                price(row, chosen));
    }

    private static List<Guest> guests(String name, RoomRow row, Chosen chosen) {
        var guests = new ArrayList<Guest>();
        var type = chosen.type();
        var places = Math.max(
                type == null ? GUESTS_OF_UNKNOWN_ROOM : type.occupancy(),
                row.named().size());
        for (var i = 0; i < places; i++)
            guests.add(new Guest(
                    i + 1,
                    name + ".guests." + i,
                    i < row.guests().size() ? row.guests().get(i) : ""));
        return guests;
    }

    private Chosen find(RoomRow row) {
        var hotel = hotels.stream()
                .filter(each -> each.key().equals(row.hotel()))
                .findFirst()
                .orElse(null);
        if (hotel == null) return new Chosen(null, null, null);
        var part = hotel.part(row.subBlock(), each -> isFor(each, row)).orElse(null);
        var types = part == null ? hotel.roomTypes() : part.roomTypes();
        var type = types.stream()
                .filter(each -> each.key().equals(row.roomType()))
                .findFirst()
                .orElse(null);
        return new Chosen(hotel, part, type);
    }

    private boolean isFor(SubBlock part, RoomRow row) {
        return buyers.byStaff() || part.isFor(buyers.fees(), row.code());
    }

    /** The nights of a room type, or of all while none is chosen, with the most rooms left. */
    private SortedMap<LocalDate, Integer> nights(@Nullable RoomTypeOnSale chosen) {
        var nights = new TreeMap<LocalDate, Integer>();
        var types = chosen == null
                ? hotels.stream().flatMap(hotel -> hotel.roomTypes().stream()).toList()
                : List.of(chosen);
        for (var type : types) for (var night : type.nights()) nights.merge(night.date(), night.left(), Math::max);
        return nights;
    }

    private List<Choice> rooms() {
        var rooms = new ArrayList<Choice>();
        for (var hotel : hotels)
            for (var type : hotel.roomTypes()) {
                // What the main block has no more of can be there in a part of it.
                var isOpen = hotel.subBlocks().isEmpty();
                var soldOut = type.nights().stream().allMatch(night -> night.left() == 0);
                var label = words.room(hotel, type, soldOut && isOpen);
                rooms.add(new Choice(value(hotel, type), label, null, soldOut && isOpen && !canWait));
            }
        return rooms;
    }

    private List<Choice> subBlocks(RoomRow row) {
        var parts = new ArrayList<Choice>();
        for (var hotel : hotels)
            for (var part : hotel.subBlocks())
                if (hotel.key().equals(row.hotel()) && part.onSale() && isFor(part.part(), row))
                    parts.add(new Choice(part.part().key(), words.name(part)));
        return parts;
    }

    private List<Choice> ways(Chosen chosen) {
        if (chosen.ways().size() < 2) return List.of();
        return chosen.ways().stream()
                .map(way -> new Choice(way.kind().wire(), words.way(way)))
                .toList();
    }

    private List<String> price(RoomRow row, Chosen chosen) {
        var hotel = chosen.hotel();
        var type = chosen.type();
        var checkIn = date(row.checkIn());
        var checkOut = date(row.checkOut());
        if (hotel == null || type == null || checkIn == null || checkOut == null) return List.of();
        if (!checkIn.isBefore(checkOut) || checkIn.plusDays(LONGEST).isBefore(checkOut)) return List.of();
        var way = chosen.ways().stream()
                .filter(each -> each.kind().wire().equals(row.pay()))
                .findFirst()
                .orElse(chosen.ways().getFirst());
        var guests =
                (int) row.guests().stream().filter(guest -> !guest.isBlank()).count();
        return words.price(StayOffer.of(hotel, type, checkIn, checkOut, Math.max(1, guests), way), way);
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return TypedTime.day(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Choice date(LocalDate date, boolean isFree) {
        return new Choice(date.toString(), words.date(date, isFree), null, !isFree && !canWait);
    }

    private static String value(HotelOnSale hotel, RoomTypeOnSale type) {
        return hotel.key() + "/" + type.key();
    }
}
