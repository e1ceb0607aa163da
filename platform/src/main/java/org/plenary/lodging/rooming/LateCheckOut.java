package org.plenary.lodging.rooming;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The wish to leave later than others. @param note to the hotel; may be empty */
public record LateCheckOut(State state, LocalTime until, String note) {
    public enum State {
        REQUESTED,
        ACCEPTED,
        REFUSED;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<State> of(String wire) {
            return Arrays.stream(values())
                    .filter(state -> state.wire().equals(wire))
                    .findFirst();
        }
    }
}
