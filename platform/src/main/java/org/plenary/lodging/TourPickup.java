package org.plenary.lodging;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;

/** How many places of the tours are taken: what a dashboard shows. */
public interface TourPickup {
    /** The earliest tour first. */
    List<Taken> of(UUID conference);

    /** @param capacity null for no limit; @param taken held or sold */
    record Taken(String key, LocalizedText name, @Nullable Integer capacity, int taken) {}
}
