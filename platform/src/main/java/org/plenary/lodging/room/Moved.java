package org.plenary.lodging.room;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a booking is to be from now on; kept while it waits to be paid.
 *
 * @param joined who shared the room by invitation when it was asked for; null in changes of earlier versions
 * @param sold null when only guests and requests change, and what was sold stays as it is
 */
record Moved(
        UUID booking,
        List<String> guests,
        String requests,
        @Nullable List<String> joined,
        @Nullable Sold sold) {
    /**
     * @param line over the room; @param taxLine the one over its local taxes; null for none
     * @param dueMinor paid here, with the taxes that are paid here
     */
    record Sold(
            UUID line,
            @Nullable UUID taxLine,
            UUID roomType,
            String subBlock,
            LocalDate checkIn,
            LocalDate checkOut,
            long dueMinor,
            String way,
            StayPrice price) {}
}
