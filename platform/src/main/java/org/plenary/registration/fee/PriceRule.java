package org.plenary.registration.fee;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Until when an unpaid order keeps the price of the day on which it was placed. */
public enum PriceRule {
    /** As long as it can be paid. */
    LOCKED_WHEN_ORDERED,
    /** Until the next price period begins; a payment that was started before keeps it. */
    LOCKED_WHEN_PAID;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
