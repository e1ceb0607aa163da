package org.plenary.registration.waitlist;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whose day's prices an offer has. */
enum PriceRule {
    /** Of the day on which it is offered. */
    TODAY,
    /** Of the day on which the person joined the list. */
    JOINED;

    @JsonValue
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PriceRule of(String wire) {
        return wire.equals("joined") ? JOINED : TODAY;
    }
}
