package org.plenary.conference.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plenary.conference.application.Application.Guest;
import org.plenary.kernel.Violations;

/**
 * Foreign delegates as a text: one in a line, name, nationality, unit and post, with tabs between them as they come from a spreadsheet, or
 * semicolons.
 */
final class GuestList {
    private static final int MOST = 5000;
    private static final int LONGEST = 200;
    private static final int PARTS = 4;
    private static final Pattern BETWEEN = Pattern.compile("[\\t;；]");

    private GuestList() {}

    static String written(List<Guest> guests) {
        return guests.stream()
                .map(guest -> String.join("\t", guest.name(), guest.nationality(), guest.unit(), guest.post()))
                .collect(Collectors.joining("\n"));
    }

    /** What is wrong is told of the first line that is, at {@code /guests}. */
    static List<Guest> read(String text, Violations wrong) {
        var guests = new ArrayList<Guest>();
        var at = 0;
        for (var line : text.split("\\R")) {
            at++;
            if (line.isBlank()) continue;
            var parts = BETWEEN.split(line, -1);
            if (parts.length != PARTS || line.length() > PARTS * LONGEST) {
                wrong.add(
                        "/guests",
                        "guest_line",
                        "Line " + at + ": name, nationality, unit and post.",
                        Map.of("line", at));
                return List.of();
            }
            guests.add(new Guest(parts[0].strip(), parts[1].strip(), parts[2].strip(), parts[3].strip()));
        }
        wrong.check(guests.size() <= MOST, "/guests", "range", "This is too small or too large.");
        return guests;
    }
}
