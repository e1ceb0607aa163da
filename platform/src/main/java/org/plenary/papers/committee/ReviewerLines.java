package org.plenary.papers.committee;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * People as they are pasted, one a line: {@code Ana Lee <ana@example.org>, MIT}, or the same separated by commas, semicolons or tabs, as
 * they come from a table.
 */
final class ReviewerLines {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;，；\"]+@[^\\s<>,;，；\"]+");
    private static final Pattern EDGES = Pattern.compile("^[\\s<>,;，；\"]+|[\\s<>,;，；\"]+$");

    private ReviewerLines() {}

    /** A line without an address comes with an empty one, to be refused by its number. */
    static List<ReviewerInput> read(String typed, Locale locale, ReviewerInput.SeatInput seat) {
        return typed.lines()
                .filter(line -> !line.isBlank())
                .map(line -> person(line, locale, seat))
                .toList();
    }

    private static ReviewerInput person(String line, Locale locale, ReviewerInput.SeatInput seat) {
        var address = ADDRESS.matcher(line);
        if (!address.find()) return new ReviewerInput(plain(line), "", null, locale, seat);
        var email = address.group();
        var name = plain(line.substring(0, address.start()));
        var affiliation = plain(line.substring(address.end()));
        return new ReviewerInput(
                name.isEmpty() ? email.substring(0, email.indexOf('@')) : name, email, affiliation, locale, seat);
    }

    private static String plain(String text) {
        return EDGES.matcher(text).replaceAll("");
    }
}
