package org.plenary.registration.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.plenary.kernel.web.Posted;
import org.plenary.registration.form.FormDefinition.Option;

/** The rows of options in the page's form of a field; they are moved and removed by its update buttons. */
final class OptionRows {
    /** Empty rows for more options than there are. */
    private static final int SPARE = 3;

    private static final List<String> COLUMNS = List.of("key", "label.en", "label.zh-CN", "price", "capacity", "until");

    private OptionRows() {}

    static void fill(Posted form, String prefix, List<Option> options) {
        for (var i = 0; i < options.size(); i++) {
            var option = options.get(i);
            var at = prefix + i;
            form.set(at + ".key", option.key())
                    .set(at + ".label", option.label())
                    .set(at + ".price", option.price())
                    .set(at + ".capacity", option.capacity())
                    .set(at + ".until", option.until());
        }
    }

    static List<Option> read(Posted form, String prefix, CurrencyUnit currency) {
        var options = new ArrayList<Option>();
        for (var i = 0; i < filled(form, prefix); i++) {
            var at = prefix + i;
            var label = form.texts(at + ".label");
            if (label.isBlank() && !form.has(at + ".key")) continue;
            var taken = options.stream().map(Option::key).toList();
            var key = form.text(at + ".key") == null
                    ? FieldForm.freshKey(FieldForm.keyOf(form.get(at + ".label.en"), "option" + (i + 1)), taken)
                    : form.get(at + ".key").strip();
            options.add(new Option(
                    key,
                    label,
                    form.money(at + ".price", currency),
                    form.integer(at + ".capacity"),
                    form.date(at + ".until")));
        }
        return options;
    }

    /** The keys that are written in the rows. */
    static List<String> keys(Posted form) {
        var keys = new ArrayList<String>();
        for (var i = 0; i < filled(form, "options."); i++)
            if (form.has("options." + i + ".key")) keys.add(form.get("options." + i + ".key"));
        return keys;
    }

    /** How many rows the page draws. */
    static int rows(Posted form) {
        return Math.min(filled(form, "options.") + SPARE, FormRules.MAXIMUM_OPTIONS);
    }

    private static int filled(Posted form, String prefix) {
        var last = -1;
        for (var i = 0; i < FormRules.MAXIMUM_OPTIONS; i++) {
            var at = prefix + i + ".";
            if (COLUMNS.stream().anyMatch(column -> form.has(at + column))) last = i;
        }
        return last + 1;
    }

    /** Does what a button asks for: {@code options.up.2}, {@code options.down.2} or {@code options.remove.2}. */
    static void update(Posted form, String update) {
        var parts = update.split("\\.", -1);
        if (parts.length != 3 || !parts[0].equals("options") || !parts[2].matches("\\d{1,3}")) return;
        var row = Integer.parseInt(parts[2]);
        var rows = new ArrayList<List<String>>();
        var count = filled(form, "options.");
        for (var i = 0; i < count; i++) rows.add(row(form, i));
        if (row >= count) return;
        switch (parts[1]) {
            case "up" -> Collections.swap(rows, row, Math.max(0, row - 1));
            case "down" -> Collections.swap(rows, row, Math.min(count - 1, row + 1));
            case "remove" -> rows.remove(row);
            default -> {
                return;
            }
        }
        for (var i = 0; i < count; i++) write(form, i, i < rows.size() ? rows.get(i) : null);
    }

    private static List<String> row(Posted form, int row) {
        return COLUMNS.stream()
                .map(column -> form.get("options." + row + "." + column))
                .toList();
    }

    private static void write(Posted form, int row, @org.jspecify.annotations.Nullable List<String> values) {
        for (var i = 0; i < COLUMNS.size(); i++)
            form.set("options." + row + "." + COLUMNS.get(i), values == null ? "" : values.get(i));
    }
}
