package org.plenary.lodging.room;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.Hotels;
import org.plenary.registration.Stock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How much of each hotel's block is taken, in room nights. */
@Component
public class BlockPickup {
    private final Hotels hotels;
    private final Stock stock;

    BlockPickup(Hotels hotels, Stock stock) {
        this.hotels = hotels;
        this.stock = stock;
    }

    /** @param block room nights contracted; @param taken room nights held or sold */
    public record Line(Hotel hotel, int block, int taken) {
        public int percent() {
            return block == 0 ? 0 : Math.min(100, Math.toIntExact(100L * taken / block));
        }
    }

    @Transactional(readOnly = true)
    public List<Line> of(UUID conference) {
        var all = hotels.all(conference);
        if (all.isEmpty()) return List.of();
        var levels = stock.levels(conference, "night:");
        return all.stream().map(hotel -> line(hotel, levels)).toList();
    }

    private static Line line(Hotel hotel, Map<String, Stock.Level> levels) {
        var block = 0;
        var taken = 0;
        for (var type : hotel.roomTypes()) {
            for (var night : type.nights()) block += night.rooms();
            for (var level : levels.entrySet())
                if (type.hasNight(level.getKey())) taken += level.getValue().used();
        }
        return new Line(hotel, block, taken);
    }
}
