package org.plenary.billing.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TypedTime;

/** From the first moment of one day to the last of another. */
record Period(Instant from, Instant to) {
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    /** @throws Problem.InvalidInput for what is no date, or days in the wrong order */
    static Period of(@Nullable String from, @Nullable String to, ZoneId zone) {
        var first = day(from, "/from", EARLIEST);
        var last = day(to, "/to", LATEST);
        if (last.isBefore(first)) throw new Problem.InvalidInput("/to", "order", "The end is before the beginning.");
        return new Period(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    static LocalDate day(@Nullable String text, String pointer, LocalDate otherwise) {
        if (text == null || text.isBlank()) return otherwise;
        try {
            var day = TypedTime.day(text);
            if (day.isBefore(EARLIEST)) return EARLIEST;
            return day.isAfter(LATEST) ? LATEST : day;
        } catch (DateTimeParseException e) {
            throw new Problem.InvalidInput(pointer, "date", "A date is written 2027-05-14.");
        }
    }
}
