package org.plenary.lodging.rooming;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a stay is, as the hotel or the organizer's staff tick it. */
public enum StayState {
    EXPECTED,
    IN_HOUSE,
    DEPARTED,
    NO_SHOW;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<StayState> of(String wire) {
        return Arrays.stream(values())
                .filter(state -> state.wire().equals(wire))
                .findFirst();
    }

    /** Whether it may become another today; back to expected is for whoever ticked the wrong line. */
    boolean mayBecome(StayState next, LocalDate today, LocalDate checkIn) {
        if (next == this) return false;
        return switch (next) {
            case EXPECTED -> true;
            case IN_HOUSE -> !today.isBefore(checkIn);
            case DEPARTED -> this != NO_SHOW && !today.isBefore(checkIn);
            // until the night is over somebody may still arrive
            case NO_SHOW -> this == EXPECTED && today.isAfter(checkIn);
        };
    }

    /** What it may become today. */
    List<StayState> next(LocalDate today, LocalDate checkIn) {
        return Arrays.stream(values())
                .filter(next -> mayBecome(next, today, checkIn))
                .toList();
    }
}
