package org.plenary.registration.payway;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How somebody wants to pay an order. */
public enum PayBy {
    CARD,
    BANK_TRANSFER,
    /** Part of it now, and the rest by dates that the organizer sets. */
    INSTALMENTS,
    /** All of it later: for institutions, which get an invoice. */
    INVOICE;

    /** The name on the wire and in forms. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PayBy> of(@Nullable String wire) {
        for (var each : values()) if (each.wire().equals(wire)) return Optional.of(each);
        return Optional.empty();
    }
}
