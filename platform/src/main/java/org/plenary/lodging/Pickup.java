package org.plenary.lodging;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** How much of the hotel blocks is taken, per night: what a dashboard shows. */
public interface Pickup {
    List<Night> of(UUID conference);

    /** @param block rooms contracted for the night, all hotels and room types together */
    record Night(LocalDate date, int block, int taken) {}
}
