package org.plenary.lodging.hotel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which meals the rate contains. */
public enum Board {
    ROOM_ONLY,
    BREAKFAST,
    HALF_BOARD,
    FULL_BOARD;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
