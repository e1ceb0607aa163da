package org.plenary.lodging.tour;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plenary.lodging.TourPickup;
import org.plenary.registration.Stock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many places of each tour are held or sold. */
@Component
class PlacesTaken implements TourPickup {
    private final Tours tours;
    private final Stock stock;
    private final TourFigures figures;

    PlacesTaken(Tours tours, Stock stock, TourFigures figures) {
        this.tours = tours;
        this.stock = stock;
        this.figures = figures;
    }

    record Line(Tour tour, int taken) {
        int percent() {
            var capacity = tour.capacity();
            return capacity == null || capacity == 0 ? 0 : Math.min(100, Math.toIntExact(100L * taken / capacity));
        }
    }

    @Transactional(readOnly = true)
    public List<Line> lines(UUID conference) {
        var all = tours.all(conference);
        if (all.isEmpty()) return List.of();
        var levels = stock.levels(conference, Tour.stockKey(""));
        return all.stream()
                .map(tour -> new Line(
                        tour,
                        levels.getOrDefault(tour.stockKey(), new Stock.Level(null, 0))
                                .used()))
                .toList();
    }

    /** By tour: how many places are certain. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> sold(UUID conference) {
        return figures.confirmed(conference);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Taken> of(UUID conference) {
        return lines(conference).stream()
                .map(line -> new Taken(
                        line.tour().key(), line.tour().name(), line.tour().capacity(), line.taken()))
                .toList();
    }
}
