package org.plenary.registration.delegate;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.plenary.kernel.web.Choice;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Writes the values of rows for people: options by their labels, moments in the conference's zone. */
final class Cells {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final ZoneId zone;
    private final Json json;
    private final boolean labels;
    private final Map<String, Map<String, String>> options = new HashMap<>();

    /** @param labels whether options are named by their labels, else by their keys */
    Cells(List<Column> columns, ZoneId zone, boolean labels, Json json) {
        this.zone = zone;
        this.labels = labels;
        this.json = json;
        columns.forEach(column -> options.put(
                column.key(),
                column.options().stream().collect(Collectors.toMap(Choice::value, Choice::label, (a, _) -> a))));
    }

    /** Empty where there is no value. */
    String text(Column column, @Nullable Object value) {
        if (value == null) return "";
        if (value instanceof Instant at) return MOMENT.format(at.atZone(zone));
        var text = value.toString();
        if (text.startsWith("{")) return parts(text);
        return switch (column.kind()) {
            // an earlier form may have taken several options where this one takes one, and the other way round
            case CHOICE, CHOICES -> text.startsWith("[") ? several(column, text) : option(column, text);
            case TEXT -> column.options().isEmpty() ? text : option(column, text);
            case NUMBER, DATE, INSTANT, FILE -> text;
        };
    }

    private String several(Column column, String text) {
        try {
            return json.read(text, JsonNode.class)
                    .valueStream()
                    .map(each -> option(column, each.asString("")))
                    .collect(Collectors.joining("; "));
        } catch (JacksonException e) {
            return text;
        }
    }

    /** An address, a passport or a meal: what its parts say, one after the other. */
    private String parts(String text) {
        try {
            return json.read(text, JsonNode.class)
                    .valueStream()
                    .filter(JsonNode::isValueNode)
                    .map(each -> each.asString(""))
                    .filter(each -> !each.isBlank())
                    .collect(Collectors.joining(", "));
        } catch (JacksonException e) {
            return text;
        }
    }

    private String option(Column column, String key) {
        return labels ? options.getOrDefault(column.key(), Map.of()).getOrDefault(key, key) : key;
    }
}
