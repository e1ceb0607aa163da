package org.plenary.registration.waitlist;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.plenary.kernel.Problem;

/** Where an entry stands. What became of an offer is what became of its order. */
enum State {
    WAITING,
    OFFERED,
    TAKEN,
    LAPSED,
    DECLINED,
    LEFT,
    REMOVED,
    ENDED;

    @JsonValue
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static State of(String wire) {
        for (var state : values()) if (state.wire().equals(wire)) return state;
        throw new Problem.InvalidInput("/status", "unknown_status", "There is no such status.");
    }
}
