package org.plenary.lodging.room;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes the dates of a stay in the language of an order, which need not be that of the page. */
final class StayDates {
    private StayDates() {}

    /** {@code 14–17 May 2027}, {@code 30 May – 2 Jun 2027}, {@code 2027年5月14日至17日}. */
    static String of(LocalDate from, LocalDate to, Locale locale) {
        var sameYear = from.getYear() == to.getYear();
        var sameMonth = sameYear && from.getMonth() == to.getMonth();
        if (locale.getLanguage().equals("zh")) {
            var end = sameMonth ? "d日" : sameYear ? "M月d日" : "y年M月d日";
            return format("y年M月d日", from, locale) + "至" + format(end, to, locale);
        }
        if (sameMonth) return from.getDayOfMonth() + "–" + format("d MMM y", to, locale);
        return format(sameYear ? "d MMM" : "d MMM y", from, locale) + " – " + format("d MMM y", to, locale);
    }

    private static String format(String pattern, LocalDate date, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(date);
    }
}
