package org.plenary.lodging.hotel;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;

/**
 * One kind of room of a hotel, with the block of nights contracted for it.
 *
 * @param occupancy the most guests in one room
 * @param nights in rising order of their dates
 */
public record RoomType(UUID id, String key, LocalizedText name, int occupancy, Money nightlyRate, List<Night> nights) {
    /** The same at another rate, in another currency. */
    public RoomType at(Money rate) {
        return new RoomType(id, key, name, occupancy, rate, nights);
    }

    /** The night from this date to the next morning. */
    public record Night(LocalDate date, int rooms) {}

    public RoomType {
        nights = nights.stream().sorted(Comparator.comparing(Night::date)).toList();
    }

    public Set<LocalDate> dates() {
        return nights.stream().map(Night::date).collect(Collectors.toSet());
    }

    /** The key of a night in {@link org.plenary.registration.Stock}. */
    public String stockKey(LocalDate night) {
        return stockPrefix(id) + night;
    }

    public static String stockPrefix(UUID roomType) {
        return "night:" + roomType + ":";
    }

    /** Its capacities in the stock. */
    Map<String, @Nullable Integer> capacities() {
        var capacities = new HashMap<String, @Nullable Integer>();
        nights.forEach(night -> capacities.put(stockKey(night.date()), night.rooms()));
        return capacities;
    }
}
