package org.plenary.registration.order;

import java.util.Locale;

/** Where a change of an order stands that costs something: it waits for its payment, with its places held. */
enum ChangeStatus {
    PENDING,
    APPLIED,
    EXPIRED,
    CANCELLED;

    /** The legal moves; a payment that comes after the end goes back. */
    boolean mayBecome(ChangeStatus next) {
        return switch (this) {
            case PENDING -> next == APPLIED || next == EXPIRED || next == CANCELLED;
            case APPLIED, EXPIRED, CANCELLED -> false;
        };
    }

    /** The name in the database. */
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ChangeStatus of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
