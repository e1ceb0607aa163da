package org.plenary.conference.notice;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bodies that decide about the notice together. */
enum Committee {
    PROGRAMME,
    ORGANIZING;

    @JsonValue
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Committee> ofWire(@Nullable String name) {
        return Arrays.stream(values())
                .filter(committee -> committee.wire().equals(name))
                .findFirst();
    }
}
