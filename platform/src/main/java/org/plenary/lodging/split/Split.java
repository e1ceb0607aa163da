package org.plenary.lodging.split;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A part of what a room costs that a room-mate is asked to pay.
 *
 * @param order of who has the room
 * @param share the room-mate's order over the part; null until they accept
 * @param room with {@code tax} the part, of the room and of its local taxes
 * @param until when it is to be paid
 */
record Split(
        UUID id,
        UUID conference,
        UUID booking,
        UUID mate,
        UUID order,
        @Nullable UUID share,
        Money room,
        Money tax,
        Status status,
        Instant until) {
    enum Status {
        ASKED,
        ACCEPTED,
        PAID,
        DECLINED,
        WITHDRAWN,
        /** Not paid in time: it is with who has the room. */
        LAPSED,
        /** Paid when it could not be any more: the money went back. */
        RETURNED,
        /** The room was cancelled, and the part with it. */
        CANCELLED;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }
    }

    public Money total() {
        return room.plus(tax);
    }

    boolean isOpen() {
        return status == Status.ASKED || status == Status.ACCEPTED;
    }

    /** Whether the room-mate pays this part, or may still. */
    boolean counts() {
        return isOpen() || status == Status.PAID;
    }
}
