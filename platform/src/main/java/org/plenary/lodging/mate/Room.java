package org.plenary.lodging.mate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.plenary.kernel.LocalizedText;

/**
 * A room that an order holds, with who sleeps in it.
 *
 * @param confirmed whether it is paid, and was not given back
 * @param pooled whether those in its hotel may look for a room-mate in the pool
 */
record Room(
        UUID id,
        UUID order,
        UUID conference,
        LocalizedText hotel,
        LocalizedText type,
        int occupancy,
        LocalDate checkIn,
        LocalDate checkOut,
        List<String> guests,
        boolean confirmed,
        boolean pooled) {

    public int freeBeds() {
        return Math.max(0, occupancy - guests.size());
    }

    public int nights() {
        return Math.toIntExact(ChronoUnit.DAYS.between(checkIn, checkOut));
    }

    /** Invitations hold until the day of check-in, with that day. */
    boolean takesMates(LocalDate today) {
        return confirmed && !today.isAfter(checkIn);
    }

    List<String> with(String guest) {
        var all = new ArrayList<>(guests);
        all.add(guest);
        return all;
    }

    /** Who joined last goes, when two have the same name. */
    List<String> without(String guest) {
        var all = new ArrayList<>(guests);
        var last = all.lastIndexOf(guest);
        if (last >= 0) all.remove(last);
        return all;
    }
}
