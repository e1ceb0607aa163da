package org.plenary.forms;

import java.util.LinkedHashMap;
import java.util.Map;

/** Brings the messages of a whole form to the inputs of the one field or section on the page. */
final class FieldErrors {
    private FieldErrors() {}

    /** @param prefix where it stands in the form, such as {@code sections.0.fields.2.} */
    static Map<String, String> of(Map<String, String> errors, String prefix) {
        var placed = new LinkedHashMap<String, String>();
        errors.forEach((path, message) -> placed.putIfAbsent(input(path, prefix), message));
        return placed;
    }

    private static String input(String path, String prefix) {
        var own = path.startsWith(prefix) ? path.substring(prefix.length()) : path.startsWith("sections.") ? "" : path;
        if (own.startsWith("visible_if")) return "conditions";
        return switch (own) {
            case "label", "help", "title", "placeholder", "pattern_help", "consent.text", "consent.purpose" ->
                own + ".en";
            case "options" -> "options.0.label.en";
            case "accompanying.fields" -> "persons.0.label.en";
            case "personal", "personal.retention_months" -> "retention";
            default ->
                own.replaceFirst("\\.price\\..*$", ".price")
                        .replaceFirst("^(options\\.\\d+\\.label)$", "$1.en")
                        .replaceFirst("^accompanying\\.fields\\.(\\d+)\\.label$", "persons.$1.label.en")
                        .replaceFirst("^accompanying\\.fields\\.(\\d+)\\.options.*$", "persons.$1.options")
                        .replaceFirst("^accompanying\\.fields\\.", "persons.");
        };
    }
}
