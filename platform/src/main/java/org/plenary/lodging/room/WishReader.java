package org.plenary.lodging.room;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.TypedTime;
import org.plenary.kernel.Violations;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.PaymentWay;
import org.plenary.lodging.hotel.RoomType;
import org.plenary.lodging.hotel.SubBlock;
import tools.jackson.databind.JsonNode;

/** Reads the rooms wished in a cart, and tells everything that is wrong with them. */
final class WishReader {
    private static final Set<String> MEMBERS = Set.of(
            "hotel", "room_type", "sub_block", "sub_block_code", "check_in", "check_out", "guests", "pay", "requests");
    private static final int MAXIMUM_REQUESTS = 1000;
    private static final int MAXIMUM_NAME = 200;
    private static final int MAXIMUM_GUESTS = 10;

    private final List<Hotel> hotels;
    private final Set<String> fees;
    private final boolean byStaff;
    private final Violations found;
    private final @Nullable BookedStay kept;

    /** @param fees of those who are to stay; @param byStaff who may book every sub-block */
    WishReader(List<Hotel> hotels, Set<String> fees, boolean byStaff, Violations found) {
        this(hotels, fees, byStaff, found, null);
    }

    /** @param kept whose sub-block whoever has it keeps; null for a new booking */
    WishReader(List<Hotel> hotels, Set<String> fees, boolean byStaff, Violations found, @Nullable BookedStay kept) {
        this.hotels = hotels;
        this.fees = fees;
        this.byStaff = byStaff;
        this.found = found;
        this.kept = kept;
    }

    /** One wish alone; null with something wrong. */
    @Nullable
    Stay readOne(JsonNode wish) {
        return stay("", wish);
    }

    /** One element for each wish; null for one with something wrong. */
    List<@Nullable Stay> read(JsonNode wishes) {
        var stays = new ArrayList<@Nullable Stay>();
        for (var i = 0; i < wishes.size(); i++) stays.add(stay("/rooms/" + i, wishes.get(i)));
        return stays;
    }

    private @Nullable Stay stay(String pointer, JsonNode wish) {
        if (!wish.isObject()) {
            found.add(pointer, "wrong_type", "This has the wrong type or form.");
            return null;
        }
        wish.propertyNames().stream()
                .filter(name -> !MEMBERS.contains(name))
                .forEach(
                        name -> found.add(pointer + "/" + escaped(name), "unknown_member", "There is no such member."));
        var hotel = hotel(pointer, text(pointer, wish, "hotel"));
        var type = roomType(pointer, hotel, text(pointer, wish, "room_type"));
        var part = subBlock(pointer, hotel, wish);
        var way = way(pointer, hotel, part, wish);
        var requests = optional(pointer, wish, "requests");
        found.optionalText(pointer + "/requests", requests, MAXIMUM_REQUESTS);
        var checkIn = date(pointer, wish, "check_in");
        var checkOut = date(pointer, wish, "check_out");
        var guests = guests(pointer + "/guests", wish.path("guests"), type);
        if (checkIn == null || checkOut == null) return null;
        if (!checkOut.isAfter(checkIn)) {
            found.add(pointer + "/check_out", "check_out_not_after", "Check-out is after check-in.");
            return null;
        }
        if (hotel == null || type == null || !isInBlock(pointer, type, part, checkIn, checkOut)) return null;
        return new Stay(hotel, type, part, checkIn, checkOut, guests, way, requests, Map.of());
    }

    private @Nullable SubBlock subBlock(String pointer, @Nullable Hotel hotel, JsonNode wish) {
        var name = optional(pointer, wish, "sub_block");
        var code = optional(pointer, wish, "sub_block_code");
        if (name.isEmpty() || hotel == null) return null;
        var part = hotel.subBlock(name).orElse(null);
        // Whether there is one that is not for them is nobody's business.
        var isKept = kept != null && kept.subBlock().equals(name);
        if (part == null || !byStaff && !isKept && !part.isFor(fees, code)) {
            found.add(pointer + "/sub_block", "sub_block_not_for_you", "These rooms are kept for others.");
            return null;
        }
        return part;
    }

    private PaymentWay way(String pointer, @Nullable Hotel hotel, @Nullable SubBlock part, JsonNode wish) {
        if (hotel == null) return PaymentWay.FULL;
        var ways = hotel.ways(part);
        var name = optional(pointer, wish, "pay");
        if (name.isEmpty()) return ways.getFirst();
        return ways.stream()
                .filter(way -> way.kind().wire().equals(name))
                .findFirst()
                .orElseGet(() -> {
                    found.add(pointer + "/pay", "unknown_payment_way", "This room is not paid for in this way.");
                    return ways.getFirst();
                });
    }

    private @Nullable Hotel hotel(String pointer, @Nullable String name) {
        if (name == null) return null;
        var hotel =
                hotels.stream().filter(each -> each.isNamed(name)).findFirst().orElse(null);
        if (hotel == null) found.add(pointer + "/hotel", "unknown_hotel", "There is no such hotel.");
        return hotel;
    }

    private @Nullable RoomType roomType(String pointer, @Nullable Hotel hotel, @Nullable String name) {
        if (hotel == null || name == null) return null;
        var type = hotel.roomType(name).orElse(null);
        if (type == null) found.add(pointer + "/room_type", "unknown_room_type", "This hotel has no such room type.");
        return type;
    }

    private boolean isInBlock(
            String pointer, RoomType type, @Nullable SubBlock part, LocalDate checkIn, LocalDate checkOut) {
        var outside = Stay.firstOutside(type, part, checkIn, checkOut).orElse(null);
        if (outside == null) return true;
        var member = outside.equals(checkIn) ? "/check_in" : "/check_out";
        found.add(
                pointer + member,
                "night_not_offered",
                "The night of " + outside + " is not offered.",
                Map.of("night", outside));
        return false;
    }

    private List<String> guests(String pointer, JsonNode guests, @Nullable RoomType type) {
        if (guests.isMissingNode() || guests.isNull() || guests.isArray() && guests.isEmpty()) {
            found.add(pointer, "required", "This is required.");
            return List.of();
        }
        if (!guests.isArray()) {
            found.add(pointer, "wrong_type", "This has the wrong type or form.");
            return List.of();
        }
        if (type != null && guests.size() > type.occupancy())
            found.add(
                    pointer,
                    "too_many_guests",
                    "At most " + type.occupancy() + " guests.",
                    Map.of("maximum", type.occupancy()));
        var names = new ArrayList<String>();
        for (var i = 0; i < Math.min(guests.size(), MAXIMUM_GUESTS); i++) {
            var guest = guests.get(i);
            if (!guest.isString()) found.add(pointer + "/" + i, "wrong_type", "This has the wrong type or form.");
            else found.text(pointer + "/" + i, guest.stringValue(), MAXIMUM_NAME);
            names.add(guest.asString("").strip());
        }
        return names;
    }

    private @Nullable String text(String pointer, JsonNode wish, String member) {
        var value = wish.path(member);
        if (value.isString() && !value.stringValue().isBlank())
            return value.stringValue().strip();
        if (value.isMissingNode() || value.isNull() || value.isString())
            found.add(pointer + "/" + member, "required", "This is required.");
        else found.add(pointer + "/" + member, "wrong_type", "This has the wrong type or form.");
        return null;
    }

    /** Empty for none. */
    private String optional(String pointer, JsonNode wish, String member) {
        var value = wish.path(member);
        if (value.isMissingNode() || value.isNull()) return "";
        if (value.isString()) return value.stringValue().strip();
        found.add(pointer + "/" + member, "wrong_type", "This has the wrong type or form.");
        return "";
    }

    private @Nullable LocalDate date(String pointer, JsonNode wish, String member) {
        var text = text(pointer, wish, member);
        if (text == null) return null;
        try {
            var date = TypedTime.day(text);
            if (date.getYear() >= 1900 && date.getYear() <= 9999) return date;
        } catch (DateTimeException e) {
            // told below, like a date out of range
        }
        found.add(pointer + "/" + member, "date", "This is not a date.");
        return null;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
