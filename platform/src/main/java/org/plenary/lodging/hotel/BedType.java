package org.plenary.lodging.hotel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is slept in. */
public enum BedType {
    SINGLE,
    DOUBLE,
    TWIN,
    KING,
    MIXED;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
