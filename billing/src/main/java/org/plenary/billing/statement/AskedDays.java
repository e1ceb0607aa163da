package org.plenary.billing.statement;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.plenary.payments.AccountStatements.Days;

/** Reads the days of a statement. */
final class AskedDays {
    private AskedDays() {}

    /** @throws Problem.InvalidInput for what is no date, or days in the wrong order */
    static Days of(@Nullable String from, @Nullable String to) {
        var days = new Days(day(from, "/from"), day(to, "/to"));
        if (days.from() != null && days.to() != null && days.to().isBefore(days.from()))
            throw new Problem.InvalidInput("/to", "order", "The end is before the beginning.");
        return days;
    }

    private static @Nullable LocalDate day(@Nullable String text, String pointer) {
        if (text == null || text.isBlank()) return null;
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Problem.InvalidInput(pointer, "date", "A date is written 2027-05-14.");
        }
    }
}
