package org.plenary.registration.form;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.registration.form.FormDefinition.Field;
import org.plenary.registration.form.FormDefinition.Option;
import org.plenary.registration.form.FormDefinition.VisibleIf;

/** The page's form of one field, and the field it stands for. */
final class FieldForm {
    /** Empty rows for more options than there are. */
    private static final int SPARE = 3;

    private static final String IS = "=";

    private FieldForm() {}

    static Posted filled(Field field) {
        var form = Posted.empty()
                .set("key", field.key())
                .set("type", field.type().wire())
                .set("label", field.label())
                .set("help", field.help())
                .set("required", field.mandatory())
                .set("maximum", field.maximum());
        for (var i = 0; i < field.options().size(); i++) {
            var option = field.options().get(i);
            form.set("options." + i + ".key", option.key())
                    .set("options." + i + ".label", option.label())
                    .set("options." + i + ".price", option.price())
                    .set("options." + i + ".capacity", option.capacity());
        }
        var condition = field.visibleIf();
        if (condition != null)
            form.set(
                    "visible_if",
                    condition.in().stream()
                            .map(in -> condition.field() + IS + in)
                            .toList());
        return form;
    }

    /** @throws Problem.InvalidInput when something cannot be read */
    static Field field(Posted form, CurrencyUnit currency) {
        var type = type(form.get("type"));
        var label = form.texts("label");
        var key = form.text("key") == null
                ? keyOf(form.get("label.en"), "field")
                : form.get("key").strip();
        var options = type.offersOptions() ? options(form, currency) : List.<Option>of();
        var help = form.texts("help");
        var isText = type == FieldType.TEXT || type == FieldType.LONG_TEXT;
        var field = new Field(
                key,
                type,
                label,
                help.isBlank() ? null : help,
                form.isOn("required"),
                isText ? form.integer("maximum") : null,
                options,
                condition(form.all("visible_if")));
        form.throwIfWrong();
        return field;
    }

    private static FieldType type(String wire) {
        for (var type : FieldType.values()) if (type.wire().equals(wire)) return type;
        throw new Problem.InvalidInput("/type", "required", "This is required.");
    }

    private static List<Option> options(Posted form, CurrencyUnit currency) {
        var options = new ArrayList<Option>();
        for (var i = 0; i < rows(form); i++) {
            var at = "options." + i;
            var label = form.texts(at + ".label");
            if (label.isBlank() && !form.has(at + ".key")) continue;
            var key = form.text(at + ".key") == null
                    ? keyOf(form.get(at + ".label.en"), "option" + (i + 1))
                    : form.get(at + ".key").strip();
            options.add(new Option(key, label, form.money(at + ".price", currency), form.integer(at + ".capacity")));
        }
        return options;
    }

    /** All picks are answers of one field: the first one's. */
    private static @Nullable VisibleIf condition(List<String> picks) {
        var chosen = picks.stream().filter(pick -> pick.contains(IS)).toList();
        if (chosen.isEmpty()) return null;
        var field = chosen.getFirst().substring(0, chosen.getFirst().indexOf(IS));
        if (chosen.stream().anyMatch(pick -> !pick.startsWith(field + IS)))
            throw new Problem.InvalidInput("/visible_if", "one_field", "Pick answers of one field only.");
        return new VisibleIf(
                field,
                chosen.stream().map(pick -> pick.substring(field.length() + 1)).toList());
    }

    /** How many rows of options the page draws. */
    static int rows(Posted form) {
        var last = -1;
        for (var i = 0; i < FormRules.MAXIMUM_OPTIONS; i++)
            if (form.has("options." + i + ".key")
                    || form.has("options." + i + ".label.en")
                    || form.has("options." + i + ".label.zh-CN")) last = i;
        return Math.min(last + 1 + SPARE, FormRules.MAXIMUM_OPTIONS);
    }

    /** The answers of earlier fields that a field can depend on. */
    static List<Choice> conditions(FormDefinition form, @Nullable String key, Locale locale, String yes) {
        var choices = new ArrayList<Choice>();
        for (var field : form.fields().toList()) {
            if (field.key().equals(key)) break;
            var label = field.label().in(locale) + ": ";
            field.options()
                    .forEach(option -> choices.add(new Choice(
                            field.key() + IS + option.key(),
                            label + option.label().in(locale))));
            if (field.type() == FieldType.CONSENT) choices.add(new Choice(field.key() + IS + "true", label + yes));
        }
        return choices;
    }

    /** A key made from a label: what is left of it in plain letters. */
    static String keyOf(String label, String fallback) {
        var plain = Normalizer.normalize(label, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^[_0-9]+|_+$", "");
        if (plain.isEmpty()) return fallback;
        return plain.length() > 40 ? plain.substring(0, 40) : plain;
    }

    /** Brings the messages of a whole form to the inputs of the one field on the page. */
    static Map<String, String> onField(Map<String, String> errors, String prefix) {
        var placed = new LinkedHashMap<String, String>();
        errors.forEach((path, message) -> {
            var own = path.startsWith(prefix)
                    ? path.substring(prefix.length())
                    : path.startsWith("sections.") ? "" : path;
            var at = switch (own) {
                case "label", "help" -> own + ".en";
                case "options" -> "options.0.label.en";
                default ->
                    own.startsWith("visible_if")
                            ? "visible_if"
                            : own.replaceFirst("\\.price\\..*$", ".price")
                                    .replaceFirst("^(options\\.\\d+\\.label)$", "$1.en");
            };
            placed.putIfAbsent(at, message);
        });
        return placed;
    }
}
