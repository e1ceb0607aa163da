package org.plenary.lodging.report;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;
import org.plenary.lodging.hotel.Hotel;

/**
 * How full the block of a hotel is.
 *
 * @param roomTypes with the rooms of the sub-blocks in them
 */
public record HotelPickup(Hotel hotel, List<Line> roomTypes, List<Line> subBlocks) {
    public HotelPickup {
        roomTypes = List.copyOf(roomTypes);
        subBlocks = List.copyOf(subBlocks);
    }

    /** A room type, a sub-block or a hotel, by nights in rising order. */
    public record Line(String key, LocalizedText name, SortedMap<LocalDate, RoomCount> nights) {
        public RoomCount total() {
            return nights.values().stream().reduce(RoomCount.NONE, RoomCount::plus);
        }

        /** The night in which most rooms are taken, the first of several; null when none is. */
        public @Nullable LocalDate peakNight() {
            var most = 0;
            @Nullable LocalDate peak = null;
            for (var night : nights.entrySet())
                if (night.getValue().taken() > most) {
                    most = night.getValue().taken();
                    peak = night.getKey();
                }
            return peak;
        }
    }

    public RoomCount total() {
        return whole().total();
    }

    /** All room types together. */
    public Line whole() {
        return new Line(hotel.key(), hotel.name(), sum(roomTypes));
    }

    static SortedMap<LocalDate, RoomCount> sum(List<Line> lines) {
        var nights = new TreeMap<LocalDate, RoomCount>();
        for (var line : lines) line.nights().forEach((date, count) -> nights.merge(date, count, RoomCount::plus));
        return nights;
    }

    Attrition attrition(int sold) {
        return Attrition.of(total().contracted(), hotel.terms().attritionPercent(), sold, averageRate());
    }

    /** Of all contracted room nights, at the standard rate of each; half a minor unit is rounded up. */
    Money averageRate() {
        var all = Money.zero(hotel.roomTypes().getFirst().nightlyRate().getCurrencyUnit());
        var nights = 0;
        for (var type : hotel.roomTypes())
            for (var night : type.nights()) {
                var own = night.rate();
                all = all.plus((own == null ? type.nightlyRate() : own).multipliedBy(night.rooms()));
                nights += night.rooms();
            }
        return nights == 0 ? all : all.dividedBy(nights, RoundingMode.HALF_UP);
    }

    /** Nights without rooms and guests are of no interest. */
    static SortedMap<LocalDate, RoomCount> ofInterest(Map<LocalDate, RoomCount> nights) {
        var shown = new TreeMap<>(nights);
        shown.values().removeIf(RoomCount::isNothing);
        return shown;
    }
}
