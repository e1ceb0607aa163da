package org.plenary.lodging.report;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.plenary.lodging.Pickup;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds up the nights of all hotels. */
@Component
class NightlyPickup implements Pickup {
    private final BlockPickup pickup;

    NightlyPickup(BlockPickup pickup) {
        this.pickup = pickup;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Night> of(UUID conference) {
        var nights = new TreeMap<LocalDate, RoomCount>();
        for (var hotel : pickup.of(conference))
            hotel.whole().nights().forEach((date, count) -> nights.merge(date, count, RoomCount::plus));
        return nights.entrySet().stream()
                .map(night -> new Night(
                        night.getKey(),
                        night.getValue().contracted(),
                        night.getValue().taken()))
                .toList();
    }
}
