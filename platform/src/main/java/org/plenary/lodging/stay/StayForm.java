package org.plenary.lodging.stay;

import java.util.List;
import org.plenary.lodging.room.BookedStay;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The form of a booking's change as the browser sends it; guests are one on each line. */
final class StayForm {
    private final MultiValueMap<String, String> values;

    StayForm(MultiValueMap<String, String> values) {
        this.values = values;
    }

    static StayForm of(BookedStay stay) {
        var values = new LinkedMultiValueMap<String, String>();
        values.set("room_type", stay.roomType().key());
        values.set("sub_block", stay.subBlock());
        values.set("check_in", stay.checkIn().toString());
        values.set("check_out", stay.checkOut().toString());
        values.set("guests", String.join("\n", stay.guests()));
        values.set("pay", stay.way().wire());
        values.set("requests", stay.requests());
        return new StayForm(values);
    }

    /** The value of a field; templates call it. */
    public String get(String field) {
        var value = values.getFirst(field);
        return value == null ? "" : value;
    }

    /** As carts have it. */
    JsonNode wish(String hotel) {
        var wish = JsonNodeFactory.instance.objectNode();
        wish.put("hotel", hotel);
        for (var field : List.of("room_type", "check_in", "check_out", "requests", "sub_block", "pay"))
            if (!get(field).isBlank()) wish.put(field, get(field).strip());
        var guests = wish.putArray("guests");
        get("guests").lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(guests::add);
        return wish;
    }
}
