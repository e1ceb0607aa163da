package org.plenary.conference.body;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What kind of body it is; bodies are named in this order. */
enum BodyType {
    LEADING_GROUP,
    ORGANIZING_COMMITTEE,
    PROGRAMME_COMMITTEE,
    SECRETARY_GENERAL,
    SECRETARIAT,
    OFFICE,
    HR,
    FINANCE,
    SECURITY,
    IT,
    PUBLICITY,
    FUNCTIONAL_GROUP,
    OTHER;

    @JsonValue
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The last part of its message keys; templates call it. */
    public String messageKey() {
        return wire().replace('_', '-');
    }

    static Optional<BodyType> ofWire(@Nullable String name) {
        return Arrays.stream(values()).filter(type -> type.wire().equals(name)).findFirst();
    }
}
