package org.plenary.kernel;

import java.util.ArrayList;
import java.util.List;

/** Comma-separated values as RFC 4180 has them: quoted fields may hold commas, line ends and doubled quotes. */
public final class Csv {
    /** What a row has beyond them is left out. */
    private static final int MOST_COLUMNS = 200;

    private final String text;
    private final char delimiter;
    private int at;

    private Csv(String text, char delimiter) {
        this.text = text;
        this.delimiter = delimiter;
    }

    /** @throws IllegalArgumentException for a quote that is never closed */
    public static List<List<String>> parse(String text) {
        return parse(text, ',', Integer.MAX_VALUE);
    }

    /**
     * The first rows: as objects, the rows of a small file fill the memory.
     *
     * @throws IllegalArgumentException for a quote that is never closed
     */
    public static List<List<String>> parse(String text, char delimiter, int most) {
        var csv = new Csv(text.startsWith("\uFEFF") ? text.substring(1) : text, delimiter);
        var rows = new ArrayList<List<String>>();
        while (csv.at < csv.text.length() && rows.size() < most) {
            var row = csv.row();
            if (row.size() > 1 || !row.getFirst().isBlank()) rows.add(row);
        }
        return rows;
    }

    private List<String> row() {
        var fields = new ArrayList<String>();
        while (true) {
            var field = at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
            if (fields.size() < MOST_COLUMNS) fields.add(field);
            if (at >= text.length()) return fields;
            var end = text.charAt(at++);
            if (end == delimiter) continue;
            if (end == '\r' && at < text.length() && text.charAt(at) == '\n') at++;
            return fields;
        }
    }

    private String plain() {
        var start = at;
        while (at < text.length() && text.charAt(at) != delimiter && "\r\n".indexOf(text.charAt(at)) < 0) at++;
        return text.substring(start, at);
    }

    private String quoted() {
        var field = new StringBuilder();
        at++;
        while (at < text.length()) {
            var c = text.charAt(at++);
            if (c != '"') field.append(c);
            else if (at < text.length() && text.charAt(at) == '"') field.append(text.charAt(at++));
            else return field.append(plain()).toString();
        }
        throw new IllegalArgumentException("a quote is never closed");
    }
}
