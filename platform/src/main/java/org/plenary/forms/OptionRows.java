package org.plenary.forms;

import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.plenary.forms.FormDefinition.Option;
import org.plenary.kernel.web.Posted;
import org.plenary.kernel.web.PostedRows;

/** The rows of options in the page's form of a field; they are moved and removed by its update buttons. */
final class OptionRows {
    private static final List<String> COLUMNS = List.of("key", "label.en", "label.zh-CN", "price", "capacity", "until");
    private static final PostedRows ROWS = new PostedRows("options", COLUMNS, FormRules.MAXIMUM_OPTIONS);

    private OptionRows() {}

    static void fill(Posted form, List<Option> options) {
        for (var i = 0; i < options.size(); i++) {
            var option = options.get(i);
            var at = ROWS.at(i);
            form.set(at + "key", option.key())
                    .set(at + "label", option.label())
                    .set(at + "price", option.price())
                    .set(at + "capacity", option.capacity())
                    .set(at + "until", option.until());
        }
    }

    static List<Option> read(Posted form, CurrencyUnit currency) {
        var options = new ArrayList<Option>();
        for (var i = 0; i < ROWS.filled(form); i++) {
            var at = ROWS.at(i);
            var label = form.texts(at + "label");
            if (label.isBlank() && !form.has(at + "key")) continue;
            var taken = options.stream().map(Option::key).toList();
            var key = form.text(at + "key") == null
                    ? FieldForm.freshKey(FieldForm.keyOf(form.get(at + "label.en"), "option" + (i + 1)), taken)
                    : form.get(at + "key").strip();
            options.add(new Option(
                    key,
                    label,
                    form.money(at + "price", currency),
                    form.integer(at + "capacity"),
                    form.date(at + "until")));
        }
        return options;
    }

    /** The keys that are written in the rows. */
    static List<String> keys(Posted form) {
        var keys = new ArrayList<String>();
        for (var i = 0; i < ROWS.filled(form); i++)
            if (form.has(ROWS.at(i) + "key")) keys.add(form.get(ROWS.at(i) + "key"));
        return keys;
    }

    /** How many rows the page draws. */
    static int rows(Posted form) {
        return ROWS.drawn(form);
    }

    /** Does what a button asks for: {@code options.up.2}, {@code options.down.2} or {@code options.remove.2}. */
    static void update(Posted form, String update) {
        ROWS.update(form, update);
    }
}
