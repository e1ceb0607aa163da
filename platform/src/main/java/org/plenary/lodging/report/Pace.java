package org.plenary.lodging.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How fast a block fills.
 *
 * @param sold room nights by days before the conference, the last noted day of each; this edition's
 * @param before the same of the last edition; empty when there is nothing to compare with
 */
record Pace(NavigableMap<Integer, Integer> sold, NavigableMap<Integer, Integer> before) {
    private static final int WEEK = 7;

    /** What a forecast goes by. */
    enum Basis {
        /** The part of all its room nights that the last edition had sold so many days before. */
        LAST_EDITION,
        /** As many room nights a day as until now. */
        LINEAR,
        /** Too few days are noted. */
        NONE,
        /** The conference has begun: it is what is sold. */
        BEGUN;

        @JsonValue
        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param roomNights sold in the end; @param sharePercent of the last edition that was sold by then; null without one */
    record Forecast(Basis basis, int roomNights, @Nullable Integer sharePercent) {}

    static Pace of(
            SortedMap<LocalDate, Integer> days,
            LocalDate startsOn,
            SortedMap<LocalDate, Integer> daysBefore,
            @Nullable LocalDate startedOn) {
        return new Pace(curve(days, startsOn), startedOn == null ? new TreeMap<>() : curve(daysBefore, startedOn));
    }

    private static NavigableMap<Integer, Integer> curve(SortedMap<LocalDate, Integer> days, LocalDate startsOn) {
        var curve = new TreeMap<Integer, Integer>();
        // What is sold once it has begun is the end of the curve.
        days.forEach((day, sold) ->
                curve.put(Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(day, startsOn))), sold));
        return curve;
    }

    /** What the last edition had sold so many days before: what was noted last until then; null when nothing was. */
    @Nullable
    Integer soldBefore(int daysBefore) {
        var noted = before.ceilingEntry(daysBefore);
        return noted == null ? null : noted.getValue();
    }

    /**
     * @param now room nights sold now
     * @param daysLeft until the conference begins
     * @param most that can be sold: contracted less released
     */
    Forecast forecast(int now, int daysLeft, int most) {
        if (daysLeft <= 0) return new Forecast(Basis.BEGUN, now, null);
        var then = soldBefore(daysLeft);
        var all = before.isEmpty() ? 0 : before.firstEntry().getValue();
        if (then != null && then > 0 && all > 0) {
            var expected = BigDecimal.valueOf(now)
                    .multiply(BigDecimal.valueOf(all))
                    .divide(BigDecimal.valueOf(then), 0, RoundingMode.HALF_UP);
            return new Forecast(Basis.LAST_EDITION, bounded(expected, now, most), Math.toIntExact(100L * then / all));
        }
        var first = sold.isEmpty() ? null : sold.lastEntry();
        if (first == null || first.getKey() - daysLeft < WEEK) return new Forecast(Basis.NONE, now, null);
        var perDay = BigDecimal.valueOf((long) now - first.getValue());
        var expected = perDay.multiply(BigDecimal.valueOf(daysLeft))
                .divide(BigDecimal.valueOf((long) first.getKey() - daysLeft), 0, RoundingMode.HALF_UP)
                .add(BigDecimal.valueOf(now));
        return new Forecast(Basis.LINEAR, bounded(expected, now, most), null);
    }

    private static int bounded(BigDecimal expected, int now, int most) {
        return Math.max(now, expected.min(BigDecimal.valueOf(most)).intValueExact());
    }
}
