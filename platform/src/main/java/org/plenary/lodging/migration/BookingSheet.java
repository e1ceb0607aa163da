package org.plenary.lodging.migration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.Hotels;
import org.plenary.lodging.hotel.RoomType;
import org.plenary.lodging.hotel.SubBlock;
import org.plenary.lodging.room.BroughtInStays;
import org.plenary.lodging.room.BroughtInStays.Booked;
import org.plenary.lodging.sheet.SheetKind;
import org.plenary.lodging.sheet.SheetRow;
import org.plenary.registration.Stock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of guests with their hotel, room type and dates: the bookings as they were kept until now. */
@Component
class BookingSheet implements SheetKind {
    private static final int LONGEST = 200;
    private static final int LONGEST_NUMBER = 50;

    private final Hotels hotels;
    private final Stock stock;
    private final BroughtInStays stays;
    private final JdbcClient jdbc;

    BookingSheet(Hotels hotels, Stock stock, BroughtInStays stays, JdbcClient jdbc) {
        this.hotels = hotels;
        this.stock = stock;
        this.stays = stays;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "bookings";
    }

    @Override
    public List<String> targets() {
        return List.of("guest", "email", "hotel", "room-type", "check-in", "check-out", "confirmation", "sub-block");
    }

    @Override
    public List<String> needed() {
        return List.of("guest", "email", "hotel", "room-type", "check-in", "check-out");
    }

    @Override
    public boolean canMail() {
        return true;
    }

    @Override
    public void check(ConferenceView conference, String about, List<SheetRow> rows) {
        read(conference, rows);
    }

    @Override
    public int write(ConferenceView conference, String about, List<SheetRow> rows, boolean mails) {
        var booked = read(conference, rows);
        stays.place(conference, booked, mails);
        return booked.size();
    }

    private List<Booked> read(ConferenceView conference, List<SheetRow> rows) {
        var all = hotels.all(conference.id());
        var left = new HashMap<String, Integer>();
        stock.levels(conference.id(), "night:").forEach((key, level) -> {
            var free = level.left();
            if (free != null) left.put(key, free);
        });
        var numbers = numbers(conference.id());
        var booked = new ArrayList<Booked>();
        for (var row : rows) {
            var read = read(row, all);
            if (read == null || !isNew(row, read, numbers) || !fits(row, read, left)) continue;
            booked.add(read);
        }
        return booked;
    }

    private static @Nullable Booked read(SheetRow row, List<Hotel> all) {
        var guests = Arrays.stream(row.required("guest", LONGEST).split("[;；]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        var email = row.email("email");
        var confirmation = row.optional("confirmation", LONGEST_NUMBER);
        var hotel = Named.hotel(all, row.required("hotel", LONGEST)).orElse(null);
        var type = hotel == null
                ? null
                : Named.roomType(hotel, row.text("room-type")).orElse(null);
        if (hotel == null && !row.text("hotel").isEmpty())
            row.refuse("hotel", "unknown_hotel_name", "There is no hotel of this name.");
        if (hotel != null && type == null)
            row.refuse("room-type", "unknown_room_type_name", "The hotel has no room type of this name.");
        var part = hotel == null
                ? null
                : Named.subBlock(hotel, row.text("sub-block")).orElse(null);
        if (hotel != null && part == null && !row.text("sub-block").isEmpty())
            row.refuse("sub-block", "unknown_sub_block_name", "The hotel has no sub-block of this name.");
        var checkIn = row.date("check-in");
        var checkOut = row.date("check-out");
        if (checkIn != null && checkOut != null && !checkOut.isAfter(checkIn))
            row.refuse("check-out", "before_check_in", "This is not after the check-in.");
        if (!row.isGood() || hotel == null || type == null || checkIn == null || checkOut == null) return null;
        if (guests.size() > type.occupancy())
            row.refuse(
                    "guest",
                    "too_many_in_room",
                    "At most " + type.occupancy() + " in this room.",
                    Map.of("occupancy", type.occupancy()));
        if (guests.isEmpty()) row.refuse("guest", "required", "This is required.");
        requireInBlock(row, type, part, checkIn, checkOut);
        return row.isGood() ? new Booked(hotel, type, part, checkIn, checkOut, guests, email, confirmation) : null;
    }

    private static void requireInBlock(
            SheetRow row, RoomType type, @Nullable SubBlock part, LocalDate checkIn, LocalDate checkOut) {
        var block = type.dates();
        checkIn.datesUntil(checkOut)
                .filter(night -> !block.contains(night) || part != null && part.allotted(type.key(), night) == 0)
                .findFirst()
                .ifPresent(night -> row.refuse(
                        night.equals(checkIn) ? "check-in" : "check-out",
                        "night_not_in_block",
                        "The night of " + night + " is not in the block.",
                        Map.of("night", night)));
    }

    /** A confirmation number is given once: what was brought in before is not brought in again. */
    private static boolean isNew(SheetRow row, Booked read, Set<String> numbers) {
        if (read.confirmation().isEmpty() || numbers.add(read.hotel().id() + "/" + read.confirmation())) return true;
        row.refuse("confirmation", "booking_there", "There is a booking with this confirmation number.");
        return false;
    }

    /** Takes its nights out of what is left for the rows below; a row that does not fit takes none. */
    private static boolean fits(SheetRow row, Booked read, Map<String, Integer> left) {
        var nights = read.checkIn().datesUntil(read.checkOut()).toList();
        var missing = nights.stream()
                .filter(night -> left.getOrDefault(read.stockKey(night), 0) < 1)
                .findFirst();
        if (missing.isPresent()) {
            row.refuse(
                    "check-in",
                    "no_room_left",
                    "There is no room of this type left in the night of " + missing.get() + ".",
                    Map.of("night", missing.get()));
            return false;
        }
        nights.forEach(night -> left.merge(read.stockKey(night), -1, Integer::sum));
        return true;
    }

    private Set<String> numbers(UUID conference) {
        return new HashSet<>(jdbc.sql("""
                SELECT hotel_id || '/' || acknowledgement FROM room_booking
                WHERE conference_id = :conference AND acknowledgement IS NOT NULL AND status <> 'released'""")
                .param("conference", conference)
                .query((row, n) -> row.getString(1))
                .list());
    }
}
