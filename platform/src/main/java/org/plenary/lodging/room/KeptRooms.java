package org.plenary.lodging.room;

import java.time.Clock;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.TypedTime;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.PaymentWay;
import org.plenary.lodging.hotel.SubBlock;
import org.plenary.lodging.room.FreeRooms.HotelOnSale;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Rooms that are kept for people, in the place of the same rooms that everybody can have. */
@Component
class KeptRooms {
    private final Clock clock;

    KeptRooms(Clock clock) {
        this.clock = clock;
    }

    /** For each sub-block that is theirs, the wishes with as many rooms of it as there can be. */
    List<JsonNode> instead(List<Hotel> hotels, ConferenceView conference, Set<String> fees, JsonNode wishes) {
        var all = new ArrayList<JsonNode>();
        if (!(wishes instanceof ArrayNode rooms)) return all;
        for (var hotel : hotels)
            for (var part : hotel.subBlocks())
                if (part.isFor(fees, null) && hotel.isOnSale(part, clock.instant(), conference))
                    of(hotel, part, rooms).ifPresent(all::add);
        return all;
    }

    /** Rooms of the main block in the place of those of sub-blocks that are closed, or no longer theirs; empty when none are. */
    static Optional<JsonNode> fallBack(List<HotelOnSale> hotels, Set<String> fees, JsonNode wishes) {
        if (!(wishes instanceof ArrayNode rooms)) return Optional.empty();
        var others = rooms.deepCopy();
        for (var each : others)
            if (each instanceof ObjectNode wish && isKept(wish))
                hotels.stream()
                        .filter(hotel -> hotel.onSale() && isIn(hotel, wish))
                        .findFirst()
                        .ifPresent(hotel -> fallBack(hotel, fees, wish));
        return others.equals(rooms) ? Optional.empty() : Optional.of(others);
    }

    private static void fallBack(HotelOnSale hotel, Set<String> fees, ObjectNode wish) {
        var code = wish.path("sub_block_code").asString("");
        var part = hotel.part(wish.path("sub_block").asString("").strip(), each -> each.isFor(fees, code));
        if (part.isPresent()) return;
        wish.remove(List.of("sub_block", "sub_block_code"));
        if (!isPaidSo(hotel.ways(), wish)) wish.remove("pay");
    }

    private static boolean isIn(HotelOnSale hotel, ObjectNode wish) {
        var name = wish.path("hotel").asString("").strip();
        return hotel.key().equals(name) || hotel.id().toString().equals(name);
    }

    private static boolean isKept(ObjectNode wish) {
        return !wish.path("sub_block").asString("").isBlank();
    }

    private static Optional<JsonNode> of(Hotel hotel, SubBlock part, ArrayNode rooms) {
        var others = rooms.deepCopy();
        var isOther = false;
        for (var each : others)
            if (each instanceof ObjectNode wish && isOffered(hotel, part, wish)) {
                wish.put("sub_block", part.key());
                if (!isPaidSo(hotel.ways(part), wish)) wish.remove("pay");
                isOther = true;
            }
        return isOther ? Optional.of(others) : Optional.empty();
    }

    private static boolean isOffered(Hotel hotel, SubBlock part, ObjectNode wish) {
        if (!hotel.isNamed(wish.path("hotel").asString("").strip())) return false;
        if (isKept(wish)) return false;
        var type = hotel.roomType(wish.path("room_type").asString("").strip());
        try {
            var checkIn = TypedTime.day(wish.path("check_in").asString("").strip());
            var checkOut = TypedTime.day(wish.path("check_out").asString("").strip());
            return type.isPresent()
                    && checkOut.isAfter(checkIn)
                    && Stay.firstOutside(type.get(), part, checkIn, checkOut).isEmpty();
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isPaidSo(List<PaymentWay> ways, ObjectNode wish) {
        var pay = wish.path("pay").asString("").strip();
        return ways.stream().anyMatch(way -> way.kind().wire().equals(pay));
    }
}
