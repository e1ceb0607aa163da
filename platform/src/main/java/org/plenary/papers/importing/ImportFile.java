package org.plenary.papers.importing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Csv;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TableFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Cuts a file into rows: a JSON array, JSON lines, or CSV with a header. */
final class ImportFile {
    static final int MOST_BYTES = 20 * 1024 * 1024;
    static final int MOST_ROWS = 5_000;

    /** Two hundred in each row: as objects, a file of nothing but brackets fills the memory. */
    private static final int MOST_VALUES = 1_000_000;

    private static final JsonMapper JSON = new JsonMapper();

    private ImportFile() {}

    /** @param json the row's members, or null for a row that is not an object at all */
    record Row(int index, @Nullable ObjectNode json) {}

    /**
     * @param isCsv otherwise JSON, in either form
     * @throws Problem.InvalidInput when no rows can be made out, or too many
     */
    static List<Row> rows(byte[] content, boolean isCsv) {
        if (content.length > MOST_BYTES)
            throw new Problem.InvalidInput("/file", "too_large", "At most 20 MB.", Map.of("megabytes", 20));
        var text = text(content);
        var rows = isCsv ? csv(text) : json(text);
        if (rows.isEmpty()) throw wrong("empty", "There are no rows.");
        if (rows.size() > MOST_ROWS) throw wrong("too_many", "At most " + MOST_ROWS + " rows at once.");
        return rows;
    }

    private static List<Row> json(String text) {
        var values = text.chars()
                .filter(sign -> sign == '[' || sign == '{' || sign == ',')
                .count();
        if (values > MOST_VALUES) throw wrong("too_many", "At most 1,000,000 values at once.");
        var start = text.stripLeading();
        return start.startsWith("[") ? array(start) : lines(text);
    }

    private static List<Row> array(String text) {
        try {
            var rows = new ArrayList<Row>();
            for (var node : JSON.readTree(text)) rows.add(row(rows.size(), node));
            return rows;
        } catch (JacksonException e) {
            throw wrong("malformed", "This is not a JSON array.");
        }
    }

    private static List<Row> lines(String text) {
        var rows = new ArrayList<Row>();
        text.lines().filter(line -> !line.isBlank()).limit(MOST_ROWS + 1L).forEach(line -> {
            try {
                rows.add(row(rows.size(), JSON.readTree(line)));
            } catch (JacksonException e) {
                rows.add(new Row(rows.size(), null));
            }
        });
        return rows;
    }

    private static Row row(int index, JsonNode node) {
        return new Row(index, node instanceof ObjectNode object ? object : null);
    }

    private static List<Row> csv(String text) {
        List<List<String>> records;
        try {
            records = Csv.parse(text, ',', MOST_ROWS + 2);
        } catch (IllegalArgumentException e) {
            throw wrong("malformed", "This is not CSV: a quote is never closed.");
        }
        if (TableFile.hasLongCell(records)) throw wrong("cell_too_long", "A cell has at most 32,767 characters.");
        if (records.isEmpty()) return List.of();
        var header = records.getFirst().stream()
                .map(h -> h.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (!header.contains("title")) throw wrong("header", "The first line names the columns; title is missing.");
        var rows = new ArrayList<Row>();
        for (var fields : records.subList(1, records.size())) rows.add(csvRow(rows.size(), header, fields));
        return rows;
    }

    private static Row csvRow(int index, List<String> header, List<String> fields) {
        if (fields.size() > header.size()) return new Row(index, null);
        var json = JSON.createObjectNode();
        for (var i = 0; i < fields.size(); i++) {
            var value = fields.get(i).strip();
            switch (header.get(i)) {
                case "keywords", "topics" -> {
                    var words = json.putArray(header.get(i));
                    for (var word : value.split(";")) if (!word.isBlank()) words.add(word.strip());
                }
                case "authors" -> {
                    var authors = json.putArray("authors");
                    for (var author : value.split(";")) if (!author.isBlank()) authors.add(author(author));
                }
                default -> {
                    if (!value.isEmpty()) json.put(header.get(i), value);
                }
            }
        }
        return new Row(index, json);
    }

    /** {@code name|affiliation|country|e-mail}, the last ones may be left out. */
    private static ObjectNode author(String text) {
        var members = List.of("name", "affiliation", "country", "email");
        var parts = text.split("\\|", members.size());
        var author = JSON.createObjectNode();
        for (var i = 0; i < parts.length; i++) if (!parts[i].isBlank()) author.put(members.get(i), parts[i].strip());
        return author;
    }

    private static String text(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw wrong("encoding", "The file must be UTF-8.");
        }
    }

    private static Problem.InvalidInput wrong(String code, String detail) {
        return new Problem.InvalidInput("/file", code, detail);
    }
}
