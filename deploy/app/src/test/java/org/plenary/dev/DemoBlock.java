package org.plenary.dev;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plenary.Http;
import tools.jackson.databind.JsonNode;

/** Rooms that invented universities take for their people, paid at the hotel, and those of speakers, paid by the organizer. */
final class DemoBlock {
    private final Http anybody;
    private final String conference;
    private final JsonNode block;

    DemoBlock(Http anybody, String conference, JsonNode block) {
        this.anybody = anybody;
        this.conference = conference;
        this.block = block;
    }

    void book() {
        var hotel = anybody.get(conference + "/hotels").expect(200).text("/items/0/key");
        for (var stay : block.get("stays")) {
            var rooms = new ArrayList<Map<String, Object>>();
            for (var guests : stay.get("guests"))
                rooms.add(room(hotel, stay, List.of(guests.asString().split(";"))));
            var by = stay.get("by").asString();
            var email = "rooms-" + Integer.toHexString(by.hashCode()).toLowerCase(Locale.ROOT) + "@robotics.example";
            var contact = Map.of(
                    "name", by, "email", email, "country", stay.get("country").asString());
            anybody.post(conference + "/orders", Map.of("contact", contact, "delegates", List.of(), "rooms", rooms))
                    .expect(201);
        }
    }

    private static Map<String, Object> room(String hotel, JsonNode stay, List<String> guests) {
        var room = new HashMap<String, Object>();
        room.put("hotel", hotel);
        room.put("guests", guests);
        for (var member : List.of("room_type", "pay", "check_in", "check_out", "sub_block"))
            if (stay.has(member)) room.put(member, stay.get(member).asString());
        if (stay.has("code")) room.put("sub_block_code", stay.get("code").asString());
        return room;
    }
}
