package org.plenary.forms;

import java.util.ArrayList;
import java.util.List;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.forms.FormDefinition.Option;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.web.Posted;

/** The rows, in the page's form of a field, that say what is asked of each accompanying person. */
final class PersonRows {
    private static final int MOST = 20;
    private static final int SPARE = 2;
    private static final String SEPARATOR = "|";

    private PersonRows() {}

    static void fill(Posted form, List<Field> fields) {
        for (var i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            var at = "persons." + i;
            form.set(at + ".key", field.key())
                    .set(at + ".type", field.type().wire())
                    .set(at + ".label", field.label())
                    .set(at + ".required", field.mandatory())
                    .set(at + ".options", lines(field.options()));
        }
    }

    /** @param before the fields as they stand: what the rows do not show of them is kept */
    static List<Field> read(Posted form, List<Field> before) {
        var fields = new ArrayList<Field>();
        for (var i = 0; i < filled(form); i++) {
            var at = "persons." + i;
            var label = form.texts(at + ".label");
            if (label.isBlank()) continue;
            var type = FieldForm.type(form.has(at + ".type") ? form.get(at + ".type") : "text");
            var taken = fields.stream().map(Field::key).toList();
            var key = form.has(at + ".key")
                    ? form.get(at + ".key").strip()
                    : FieldForm.freshKey(FieldForm.keyOf(form.get(at + ".label.en"), "field" + (i + 1)), taken);
            var change = before.stream()
                    .filter(field -> field.key().equals(key) && field.type() == type)
                    .findFirst()
                    .map(field -> FieldChange.of(field).label(label))
                    .orElseGet(() -> FieldChange.of(key, type, label))
                    .required(form.isOn(at + ".required") ? true : null);
            if (type.offersOptions()) change.options(options(form.get(at + ".options")));
            fields.add(change.field());
        }
        return fields;
    }

    static int rows(Posted form) {
        return Math.min(filled(form) + SPARE, MOST);
    }

    private static int filled(Posted form) {
        var last = -1;
        for (var i = 0; i < MOST; i++)
            if (form.has("persons." + i + ".label.en") || form.has("persons." + i + ".label.zh-CN")) last = i;
        return last + 1;
    }

    /** One option a line: its key, then its name in English and in Chinese. */
    private static String lines(List<Option> options) {
        return String.join(
                "\n",
                options.stream()
                        .map(option -> String.join(
                                " " + SEPARATOR + " ",
                                option.key(),
                                option.label().forTag("en"),
                                option.label().forTag("zh-CN")))
                        .toList());
    }

    private static List<Option> options(String lines) {
        var options = new ArrayList<Option>();
        lines.lines().filter(line -> !line.isBlank()).forEach(line -> {
            var parts = line.split("\\|", -1);
            var english = parts.length > 1 ? parts[1].strip() : parts[0].strip();
            var chinese = parts.length > 2 ? parts[2].strip() : "";
            var taken = options.stream().map(Option::key).toList();
            var key = FieldForm.freshKey(
                    parts.length > 1 ? parts[0].strip() : FieldForm.keyOf(parts[0], "option" + (options.size() + 1)),
                    taken);
            options.add(new Option(key, LocalizedText.of(english, chinese)));
        });
        return options;
    }
}
