package org.plenary.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Posted;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Prepares the editor of conditions: each row offers what the field chosen in it can be compared with. */
@Component
class ConditionView {
    private final MessageSource messages;

    ConditionView(MessageSource messages) {
        this.messages = messages;
    }

    /** @param kept whether there is one that the page cannot show */
    record Editor(String match, List<Choice> matches, List<Choice> fields, boolean kept, List<Group> groups) {}

    record Group(String name, String match, List<Choice> matches, List<Row> rows) {}

    /** @param kind of input for the value: {@code none}, {@code options}, or an HTML input's type */
    record Row(
            String name,
            String field,
            String op,
            List<Choice> ops,
            String kind,
            List<Choice> options,
            String value,
            List<String> values) {}

    /** @param own the key of the field whose condition it is, which cannot depend on itself; null for a section */
    Editor of(Posted form, FormDefinition definition, @Nullable String own, Locale locale) {
        var fields = definition
                .fields()
                .filter(field -> !field.key().equals(own))
                .map(field -> new Choice(field.key(), field.label().in(locale)))
                .toList();
        var groups = new ArrayList<Group>();
        for (var i = 0; i < ConditionForm.GROUPS; i++) {
            var rows = rows(form, definition, "conditions." + i, locale);
            var isEmpty = rows.getFirst().field().isEmpty();
            if (isEmpty && i > 0 && groups.getLast().rows().getFirst().field().isEmpty()) break;
            var match = form.has("conditions." + i + ".match") ? form.get("conditions." + i + ".match") : "all";
            groups.add(new Group("conditions." + i, match, choices(locale, "all", "any", "none"), rows));
        }
        return new Editor(
                form.has("conditions.match") ? form.get("conditions.match") : "all",
                choices(locale, "all", "any"),
                fields,
                form.isOn("conditions.kept"),
                groups);
    }

    private List<Row> rows(Posted form, FormDefinition definition, String group, Locale locale) {
        var rows = new ArrayList<Row>();
        for (var i = 0; i < ConditionForm.ROWS; i++) {
            var at = group + "." + i;
            var field = form.has(at + ".field")
                    ? definition.field(form.get(at + ".field"))
                    : java.util.Optional.<Field>empty();
            if (field.isPresent()) rows.add(row(form, at, field.get(), locale));
        }
        if (rows.size() < ConditionForm.ROWS) {
            var free = Stream.iterate(0, i -> i + 1)
                    .map(i -> group + "." + i)
                    .filter(at -> !form.has(at + ".field"))
                    .findFirst()
                    .orElse(group + ".0");
            rows.add(new Row(free, "", "", List.of(), "none", List.of(), "", List.of()));
        }
        if (rows.size() > 1 && rows.getFirst().field().isEmpty()) rows.addLast(rows.removeFirst());
        return rows;
    }

    private Row row(Posted form, String at, Field field, Locale locale) {
        var ops = ops(field.type());
        var op = ops.contains(form.get(at + ".op")) ? form.get(at + ".op") : ops.getFirst();
        var kind = op.endsWith("answered") ? "none" : kind(field.type(), op);
        return new Row(
                at,
                field.key(),
                op,
                ops.stream()
                        .map(each -> new Choice(each, message("registration.op." + each.replace('_', '-'), locale)))
                        .toList(),
                kind,
                kind.equals("options") ? options(field, locale) : List.of(),
                form.get(at + ".value"),
                form.all(at + ".value"));
    }

    private static List<String> ops(FieldType type) {
        return switch (type.family()) {
            case CHOICE, YES_NO, CONSENT, COUNTRY -> List.of("in", "answered", "unanswered");
            case CHOICES -> List.of("in", "at_least", "at_most", "answered", "unanswered");
            case PERSONS -> List.of("at_least", "at_most", "answered", "unanswered");
            case NUMBER, TIME -> List.of("at_least", "at_most", "equals", "answered", "unanswered");
            case TEXT -> List.of("answered", "unanswered", "equals");
            case PARTS ->
                type.offersOptions() ? List.of("in", "answered", "unanswered") : List.of("answered", "unanswered");
            case FILE -> List.of("answered", "unanswered");
        };
    }

    private static String kind(FieldType type, String op) {
        return switch (type.family()) {
            case CHOICE, YES_NO, CONSENT, PARTS -> "options";
            case CHOICES -> op.equals("in") ? "options" : "number";
            case PERSONS, NUMBER -> "number";
            case TIME -> input(type);
            case TEXT, COUNTRY, FILE -> "text";
        };
    }

    private static String input(FieldType type) {
        return switch (type) {
            case DATE -> "date";
            case TIME -> "time";
            default -> "datetime-local";
        };
    }

    private List<Choice> options(Field field, Locale locale) {
        if (field.type() == FieldType.YES_NO || field.type() == FieldType.CONSENT)
            return List.of(
                    new Choice("true", message("registration.form.yes", locale)),
                    new Choice("false", message("registration.form.no", locale)));
        return field.options().stream()
                .map(option -> new Choice(option.key(), option.label().in(locale)))
                .toList();
    }

    private List<Choice> choices(Locale locale, String... values) {
        return Stream.of(values)
                .map(value -> new Choice(value, message("registration.match." + value, locale)))
                .toList();
    }

    private String message(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
