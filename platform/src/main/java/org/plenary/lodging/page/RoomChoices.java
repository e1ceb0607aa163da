package org.plenary.lodging.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Formats;
import org.plenary.lodging.room.FreeRooms.HotelOnSale;
import org.plenary.lodging.room.FreeRooms.RoomTypeOnSale;
import org.springframework.context.MessageSource;

/** What can be chosen for a room of the registration form. */
final class RoomChoices {
    private static final int GUESTS_OF_UNKNOWN_ROOM = 2;

    private final List<HotelOnSale> hotels;
    private final boolean canWait;
    private final MessageSource messages;
    private final Formats formats;
    private final Locale locale;

    /** @param canWait whether what is sold out can be chosen all the same */
    RoomChoices(List<HotelOnSale> hotels, boolean canWait, MessageSource messages, Formats formats, Locale locale) {
        this.hotels = hotels;
        this.canWait = canWait;
        this.messages = messages;
        this.formats = formats;
        this.locale = locale;
    }

    /** @param name the first part of the names of its inputs, {@code rooms.0} */
    record Fields(
            int number,
            String name,
            String room,
            List<Choice> rooms,
            String checkIn,
            List<Choice> checkIns,
            String checkOut,
            List<Choice> checkOuts,
            List<Guest> guests) {}

    record Guest(int number, String name, String value) {}

    /** A new room: the first one that is free, for the days of the conference as far as they are offered. */
    RoomRow first(ConferenceView conference, String guest) {
        for (var hotel : hotels) {
            for (var type : hotel.roomTypes()) {
                if (type.nights().stream().noneMatch(night -> night.left() > 0)) continue;
                var nights = nights(Optional.of(type));
                var checkIn = nights.containsKey(conference.startsOn()) ? conference.startsOn() : nights.firstKey();
                var last = nights.containsKey(conference.endsOn().minusDays(1))
                        ? conference.endsOn()
                        : nights.lastKey().plusDays(1);
                var checkOut = last.isAfter(checkIn) ? last : checkIn.plusDays(1);
                return new RoomRow(value(hotel, type), checkIn.toString(), checkOut.toString(), List.of(guest));
            }
        }
        return new RoomRow("", "", "", List.of(guest));
    }

    Fields fields(int index, RoomRow row) {
        var name = "rooms." + index;
        var chosen = find(row);
        var nights = nights(chosen);
        var checkIns = nights.entrySet().stream()
                .map(night -> date(night.getKey(), night.getValue() > 0))
                .toList();
        var checkOuts = nights.keySet().stream()
                .map(night -> date(night.plusDays(1), true))
                .toList();
        var guests = new ArrayList<Guest>();
        var places = Math.max(
                chosen.map(RoomTypeOnSale::occupancy).orElse(GUESTS_OF_UNKNOWN_ROOM),
                row.named().size());
        for (var i = 0; i < places; i++)
            guests.add(new Guest(
                    i + 1,
                    name + ".guests." + i,
                    i < row.guests().size() ? row.guests().get(i) : ""));
        return new Fields(
                index + 1, name, row.room(), rooms(), row.checkIn(), checkIns, row.checkOut(), checkOuts, guests);
    }

    private Optional<RoomTypeOnSale> find(RoomRow row) {
        return hotels.stream()
                .filter(hotel -> hotel.key().equals(row.hotel()))
                .flatMap(hotel -> hotel.roomTypes().stream())
                .filter(type -> type.key().equals(row.roomType()))
                .findFirst();
    }

    /** The nights of a room type, or of all while none is chosen, with the most rooms left. */
    private SortedMap<LocalDate, Integer> nights(Optional<RoomTypeOnSale> chosen) {
        var nights = new TreeMap<LocalDate, Integer>();
        hotels.stream()
                .flatMap(hotel -> hotel.roomTypes().stream())
                .filter(type -> chosen.isEmpty() || chosen.get().equals(type))
                .flatMap(type -> type.nights().stream())
                .forEach(night -> nights.merge(night.date(), night.left(), Math::max));
        return nights;
    }

    private List<Choice> rooms() {
        var rooms = new ArrayList<Choice>();
        for (var hotel : hotels)
            for (var type : hotel.roomTypes()) {
                var soldOut = type.nights().stream().allMatch(night -> night.left() == 0);
                var key = soldOut ? "lodging.cart.room-sold-out" : "lodging.cart.room-choice";
                var label = text(
                        key,
                        hotel.name().in(locale),
                        type.name().in(locale),
                        formats.money(type.nightlyRate()),
                        type.occupancy());
                rooms.add(new Choice(value(hotel, type), label, null, soldOut && !canWait));
            }
        return rooms;
    }

    private Choice date(LocalDate date, boolean isFree) {
        var label = formats.dateWithDay(date);
        return new Choice(
                date.toString(),
                isFree ? label : text("lodging.cart.night-sold-out", label),
                null,
                !isFree && !canWait);
    }

    private static String value(HotelOnSale hotel, RoomTypeOnSale type) {
        return hotel.key() + "/" + type.key();
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
