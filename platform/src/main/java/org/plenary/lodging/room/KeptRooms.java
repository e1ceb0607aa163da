package org.plenary.lodging.room;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plenary.conference.ConferenceView;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.SubBlock;
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

    private static Optional<JsonNode> of(Hotel hotel, SubBlock part, ArrayNode rooms) {
        var others = rooms.deepCopy();
        var isOther = false;
        for (var each : others)
            if (each instanceof ObjectNode wish && isOffered(hotel, part, wish)) {
                wish.put("sub_block", part.key());
                if (!isPaidSo(hotel, part, wish)) wish.remove("pay");
                isOther = true;
            }
        return isOther ? Optional.of(others) : Optional.empty();
    }

    private static boolean isOffered(Hotel hotel, SubBlock part, ObjectNode wish) {
        if (!hotel.isNamed(wish.path("hotel").asString("").strip())) return false;
        if (!wish.path("sub_block").asString("").isBlank()) return false;
        var type = hotel.roomType(wish.path("room_type").asString("").strip());
        try {
            var checkIn = LocalDate.parse(wish.path("check_in").asString("").strip());
            var checkOut = LocalDate.parse(wish.path("check_out").asString("").strip());
            return type.isPresent()
                    && checkOut.isAfter(checkIn)
                    && Stay.firstOutside(type.get(), part, checkIn, checkOut).isEmpty();
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isPaidSo(Hotel hotel, SubBlock part, ObjectNode wish) {
        var pay = wish.path("pay").asString("").strip();
        return hotel.ways(part).stream().anyMatch(way -> way.kind().wire().equals(pay));
    }
}
