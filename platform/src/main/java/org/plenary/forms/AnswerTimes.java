package org.plenary.forms;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.function.Function;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.kernel.Violations;
import tools.jackson.databind.JsonNode;

/** Checks dates and times. They are local to the conference, and of one length, so that they compare as texts do. */
final class AnswerTimes {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter BOTH =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").withResolverStyle(ResolverStyle.STRICT);

    private AnswerTimes() {}

    static boolean isFine(Field field, JsonNode answer, String at, Violations found) {
        if (!AnswerTexts.isString(answer, at, found)) return false;
        var text = answer.asString();
        return switch (field.type()) {
            case TIME -> isWithin(field, text, AnswerTimes::time, at, "time", "A time is written 14:30.", found);
            case DATETIME ->
                isWithin(field, text, AnswerTimes::both, at, "datetime", "Day and time: 2027-05-14T14:30.", found);
            default -> isWithin(field, text, AnswerTimes::date, at, "date", "A date is written 2027-05-14.", found);
        };
    }

    private static <T extends Comparable<? super T>> boolean isWithin(
            Field field,
            String text,
            Function<String, T> reading,
            String at,
            String code,
            String detail,
            Violations found) {
        try {
            return Ranges.isWithin(field.range(), reading.apply(text), reading, at, found);
        } catch (DateTimeParseException e) {
            found.add(at, code, detail);
            return false;
        }
    }

    static LocalDate date(String text) {
        return LocalDate.parse(text, DATE);
    }

    static LocalTime time(String text) {
        return LocalTime.parse(text, TIME);
    }

    static LocalDateTime both(String text) {
        return LocalDateTime.parse(text, BOTH);
    }

    /** Each of the dates lies before the next. */
    static boolean isOrdered(JsonNode answer, String at, Violations found, String... parts) {
        for (var i = 1; i < parts.length; i++) {
            var before = answer.path(parts[i - 1]).asString("");
            var after = answer.path(parts[i]).asString("");
            if (before.compareTo(after) < 0) continue;
            found.add(at + "/" + parts[i], "not_after", "This date must be later.");
            return false;
        }
        return true;
    }
}
