package org.plenary.conference;

import java.time.LocalDate;

/** Which cut-off date suits a conference of its size: the large ones need more time for hotels, food and badges. */
public record CutOffAdvice(LocalDate suggested, LocalDate earliest, LocalDate latest) {
    /** From this number of people on a conference is large. */
    public static final int LARGE = 1000;

    public static CutOffAdvice of(LocalDate startsOn, int expectedAttendance) {
        if (expectedAttendance >= LARGE)
            return new CutOffAdvice(startsOn.minusMonths(3), startsOn.minusMonths(4), startsOn.minusMonths(3));
        return new CutOffAdvice(startsOn.minusMonths(2), startsOn.minusMonths(3), startsOn.minusMonths(1));
    }

    public boolean fits(LocalDate day) {
        return !day.isBefore(earliest) && !day.isAfter(latest);
    }
}
