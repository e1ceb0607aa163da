package org.plenary.kernel;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;

/** Days and times as somebody typed them: of years that the database and every calendar has, the day after included. */
public final class TypedTime {
    private static final int LATEST = 9999;

    private TypedTime() {}

    /** @throws DateTimeParseException for what is none */
    public static LocalDate day(String text) {
        var day = LocalDate.parse(text);
        if (!isUsual(day)) throw new DateTimeParseException("no such year", text, 0);
        return day;
    }

    /** @throws DateTimeParseException for what is none */
    public static LocalDateTime dayAndTime(String text) {
        var both = LocalDateTime.parse(text);
        if (!isUsual(both.toLocalDate())) throw new DateTimeParseException("no such year", text, 0);
        return both;
    }

    public static boolean isUsual(LocalDate day) {
        return day.getYear() >= 1 && day.getYear() <= LATEST;
    }
}
