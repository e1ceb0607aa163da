package org.plenary.admin.offboarding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.plenary.tenancy.SchemaCopies.Description;
import org.plenary.tenancy.SchemaCopies.Field;
import org.plenary.tenancy.Tenant;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in an archive what is in it. It is made of what the database knows of itself, so that it is never out of date. */
@Component
class ArchiveGuide {
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);
    private static final List<String> PARTS = List.of("csv", "json", "schemas", "files", "sums", "times", "left-out");
    private static final Set<String> WHOLE = Set.of("smallint", "integer", "bigint");

    private final MessageSource messages;
    private final Json json;

    ArchiveGuide(MessageSource messages, Json json) {
        this.messages = messages;
        this.json = json;
    }

    /** @param rows how many there are of each table */
    record Written(Tenant tenant, String version, String madeAt, List<Description> tables, Map<String, Long> rows) {}

    String fileName(Locale language) {
        return text("file", language);
    }

    String readMe(Written written, Locale language) {
        var page = new StringBuilder();
        page.append("# ")
                .append(text("title", language, written.tenant().name()))
                .append("\n\n");
        page.append(text("made", language, written.madeAt(), written.version())).append("\n\n");
        page.append("## ").append(text("how", language)).append("\n\n");
        for (var part : PARTS) page.append("- ").append(text(part, language)).append('\n');
        page.append("\n## ").append(text("tables", language)).append('\n');
        for (var table : written.tables()) table(page, table, written.rows(), language);
        return page.toString();
    }

    private void table(StringBuilder page, Description table, Map<String, Long> rows, Locale language) {
        var name = table.table().name();
        page.append("\n### ").append(name).append("\n\n");
        page.append(about(name, language)).append(". ");
        page.append(text("rows", language, String.valueOf(rows.getOrDefault(name, 0L))))
                .append("\n\n");
        var head = List.of("field", "type", "required", "refers", "note");
        page.append("| ")
                .append(String.join(
                        " | ", head.stream().map(key -> text(key, language)).toList()))
                .append(" |\n|---|---|---|---|---|\n");
        for (var field : table.fields())
            page.append("| ")
                    .append(String.join(
                            " | ",
                            field.name(),
                            field.type(),
                            text(field.isKey() ? "key" : field.isRequired() ? "yes" : "no", language),
                            field.references() == null ? "" : field.references(),
                            field.about() == null ? "" : field.about().replace('|', '/')))
                    .append(" |\n");
    }

    /** JSON Schema (2020-12) of one object of a table. */
    String schema(Description table) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        for (var field : table.fields()) {
            properties.put(field.name(), property(field));
            required.add(field.name());
        }
        var schema = new LinkedHashMap<String, @Nullable Object>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", table.table().name());
        schema.put("description", about(table.table().name(), Locale.ENGLISH));
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return json.write(schema);
    }

    private static Map<String, Object> property(Field field) {
        var property = new LinkedHashMap<String, Object>();
        var type = type(field.type());
        if (type != null) property.put("type", field.isRequired() ? type : List.of(type, "null"));
        if (field.type().equals("uuid")) property.put("format", "uuid");
        if (field.type().equals("date")) property.put("format", "date");
        if (field.type().startsWith("timestamp with")) property.put("format", "date-time");
        if (field.type().endsWith("[]")) property.put("items", Map.of("type", "string"));
        if (field.references() != null) property.put("$comment", "the id of a row of " + field.references());
        if (field.about() != null) property.put("description", field.about());
        return property;
    }

    /** Null for a document, which is whatever it is. */
    private static @Nullable String type(String type) {
        if (type.endsWith("[]")) return "array";
        if (WHOLE.contains(type)) return "integer";
        if (type.startsWith("numeric") || type.startsWith("double") || type.equals("real")) return "number";
        if (type.equals("boolean")) return "boolean";
        return type.startsWith("json") ? null : "string";
    }

    /** A table that nobody has found words for yet has its name: that must not keep an export from being made. */
    private String about(String table, Locale language) {
        return String.valueOf(
                messages.getMessage("admin.archive.table-" + table.replace('_', '-'), null, table, language));
    }

    private String text(String key, Locale language, Object... arguments) {
        return messages.getMessage("admin.archive." + key, arguments, language);
    }
}
