package org.plenary.kernel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A table that somebody sent: its first row names the columns. */
public record TableFile(List<String> header, List<List<String>> rows) {
    public static final int MOST_ROWS = 5_000;

    /** As in Excel. */
    public static final int LONGEST_CELL = 32_767;

    private static final int SAMPLES = 3;
    private static final int LONGEST_SAMPLE = 60;
    private static final int MOST_COLUMNS = 100;
    private static final int MOST_BYTES = 20 * 1024 * 1024;

    /** @throws Problem.InvalidInput at {@code /file} when no table can be made out, or one that is too large */
    public static TableFile of(byte[] content) {
        if (content.length > MOST_BYTES) throw tooLarge();
        var all = isZip(content) ? xlsx(content) : csv(content);
        // rows keep their numbers: an empty one in between is skipped later
        var rows = new ArrayList<>(all);
        while (!rows.isEmpty() && isEmpty(rows.getLast())) rows.removeLast();
        if (rows.size() < 2) throw wrong("no_rows", "The first row names the columns; below it there are no rows.");
        if (rows.size() > MOST_ROWS + 1) throw wrong("too_many_rows", "At most 5,000 rows at once.");
        if (rows.getFirst().size() > MOST_COLUMNS) throw wrong("too_many_columns", "At most 100 columns.");
        if (hasLongCell(rows)) throw wrong("cell_too_long", "A cell has at most 32,767 characters.");
        return new TableFile(rows.getFirst().stream().map(String::strip).toList(), rows.subList(1, rows.size()));
    }

    /** Some of the different values of a column, shortened, for whoever is to say what it holds. */
    public String samples(int column) {
        return rows().stream()
                .map(row -> cell(row, column))
                .filter(cell -> !cell.isEmpty())
                .distinct()
                .limit(SAMPLES)
                .map(cell -> cell.length() > LONGEST_SAMPLE ? cell.substring(0, LONGEST_SAMPLE) + "…" : cell)
                .collect(Collectors.joining(" · "));
    }

    /** The cell of a row, empty where the row ends before. */
    public static String cell(List<String> row, int column) {
        return column < row.size() ? row.get(column).strip() : "";
    }

    public static boolean isEmpty(List<String> row) {
        return row.stream().allMatch(String::isBlank);
    }

    /** Whether there is one longer than a spreadsheet has them. */
    public static boolean hasLongCell(List<List<String>> rows) {
        return rows.stream().anyMatch(row -> row.stream().anyMatch(cell -> cell.length() > LONGEST_CELL));
    }

    private static boolean isZip(byte[] content) {
        return content.length > 3 && content[0] == 'P' && content[1] == 'K';
    }

    private static List<List<String>> xlsx(byte[] content) {
        try {
            return XlsxRows.of(content, MOST_ROWS + 2);
        } catch (IOException e) {
            throw wrong("malformed", "This is not an Excel file that we can read.");
        }
    }

    private static List<List<String>> csv(byte[] content) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return Csv.parse(text, delimiter(text), MOST_ROWS + 2);
        } catch (CharacterCodingException e) {
            throw wrong("encoding", "The file must be UTF-8: save it as “CSV UTF-8”.");
        } catch (IllegalArgumentException e) {
            throw wrong("malformed", "This is not CSV: a quote is never closed.");
        }
    }

    /** Spreadsheets separate by what their country does not use in numbers. */
    private static char delimiter(String text) {
        var first = text.lines().findFirst().orElse("");
        var best = ',';
        for (var each : new char[] {';', '\t'}) if (count(first, each) > count(first, best)) best = each;
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    static Problem.InvalidInput tooLarge() {
        return new Problem.InvalidInput("/file", "too_large", "At most 20 MB.", Map.of("megabytes", 20));
    }

    private static Problem.InvalidInput wrong(String code, String detail) {
        return new Problem.InvalidInput("/file", code, detail);
    }
}
