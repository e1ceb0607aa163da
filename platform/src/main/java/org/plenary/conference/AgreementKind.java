package org.plenary.conference;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** With what sort of supplier an agreement is made. */
public enum AgreementKind {
    CONGRESS_CENTRE,
    HOTEL,
    TRAVEL_AGENCY,
    TAXI_COMPANY,
    OTHER;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AgreementKind> ofWire(@Nullable String name) {
        return Arrays.stream(values()).filter(kind -> kind.wire().equals(name)).findFirst();
    }
}
