package org.plenary.lodging.room;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.plenary.lodging.Pickup;
import org.plenary.lodging.hotel.RoomType;
import org.plenary.registration.Stock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds up the counters of all nights. */
@Component
class NightlyPickup implements Pickup {
    private final Stock stock;

    NightlyPickup(Stock stock) {
        this.stock = stock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Night> of(UUID conference) {
        var nights = new TreeMap<LocalDate, Night>();
        stock.levels(conference, "night:").forEach((key, level) -> {
            var date = RoomType.nightOf(key);
            var block = level.capacity() == null ? 0 : level.capacity();
            nights.merge(date, new Night(date, block, level.used()), NightlyPickup::sum);
        });
        // A night that left the block is of interest only while somebody stays in it.
        return nights.values().stream()
                .filter(night -> night.block() > 0 || night.taken() > 0)
                .toList();
    }

    private static Night sum(Night one, Night other) {
        return new Night(one.date(), one.block() + other.block(), one.taken() + other.taken());
    }
}
