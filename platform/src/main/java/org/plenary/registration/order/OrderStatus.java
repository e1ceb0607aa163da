package org.plenary.registration.order;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where an order stands in its life. */
public enum OrderStatus {
    AWAITING_APPROVAL,
    PENDING,
    CONFIRMED,
    EXPIRED,
    CANCELLED,
    REJECTED,
    REFUNDED;

    /** The legal moves; an expired order is confirmed by a late payment when its places are still there. */
    public boolean mayBecome(OrderStatus next) {
        return switch (this) {
            case AWAITING_APPROVAL ->
                next == PENDING || next == CONFIRMED || next == REJECTED || next == EXPIRED || next == CANCELLED;
            case PENDING -> next == CONFIRMED || next == EXPIRED || next == CANCELLED;
            case EXPIRED -> next == CONFIRMED || next == REFUNDED;
            case CONFIRMED -> next == CANCELLED;
            case CANCELLED -> next == REFUNDED;
            case REJECTED, REFUNDED -> false;
        };
    }

    /** Whether it holds places. */
    public boolean isLive() {
        return this == PENDING || this == CONFIRMED || this == AWAITING_APPROVAL;
    }

    /** Whether nobody has paid, or could have: it ends when its time is up, and may be cancelled as a whole. */
    boolean isOpen() {
        return this == PENDING || this == AWAITING_APPROVAL;
    }

    /** The name on the wire and in the database. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static OrderStatus of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
