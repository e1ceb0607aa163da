package org.plenary.lodging.tour;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** As what somebody comes along on a tour; each kind can have its own price. */
enum GuestKind {
    DELEGATE,
    ACCOMPANYING,
    CHILD;

    /** As carts, lists and the database name it. */
    @JsonValue
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<GuestKind> of(String wire) {
        return Arrays.stream(values()).filter(kind -> kind.wire().equals(wire)).findFirst();
    }
}
