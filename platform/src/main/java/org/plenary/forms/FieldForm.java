package org.plenary.forms;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.plenary.forms.FormDefinition.Accompanying;
import org.plenary.forms.FormDefinition.ConsentText;
import org.plenary.forms.FormDefinition.Display;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.forms.FormDefinition.Personal;
import org.plenary.forms.FormDefinition.Picks;
import org.plenary.forms.FormDefinition.Range;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Posted;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The page's form of one field, and the field it stands for. Only what belongs to the field's type is read. */
final class FieldForm {
    private static final int LONGEST_KEY = 40;
    private static final String PASSPORT_MONTHS = "6";

    private FieldForm() {}

    /** The form of a new field of a type, filled with what is usual for it. */
    static Posted blank(FieldType type) {
        var form = Posted.empty().set("type", type.wire());
        if (type == FieldType.PASSPORT) form.set("personal", "true").set("retention", PASSPORT_MONTHS);
        if (type == FieldType.CONSENT) form.set("consent.version", "1").set("required", "true");
        if (type == FieldType.ACCOMPANYING_PERSONS)
            form.set("accompanying.maximum", "3").set("persons.0.type", "text").set("persons.0.required", "true");
        return form;
    }

    static Posted filled(Field field) {
        var form = Posted.empty()
                .set("key", field.key())
                .set("type", field.type().wire())
                .set("label", field.label())
                .set("help", field.help())
                .set("placeholder", field.placeholder())
                .set("required", field.mandatory())
                .set("minimum", field.minimum())
                .set("maximum", field.maximum())
                .set("pattern", field.pattern())
                .set("pattern_help", field.patternHelp())
                .set("staff_only", field.hiddenFromDelegates())
                .set("personal", field.holdsPersonalData());
        if (field.display() != null) form.set("display", field.display().name().toLowerCase(Locale.ROOT));
        if (field.defaultValue() != null)
            form.set("default", field.defaultValue().asString());
        if (field.personal() != null) form.set("retention", field.personal().retentionMonths());
        if (field.range() != null)
            form.set("range.from", field.range().from())
                    .set("range.to", field.range().to());
        if (field.picks() != null)
            form.set("picks.minimum", field.picks().minimum())
                    .set("picks.maximum", field.picks().maximum());
        if (field.consent() != null)
            form.set("consent.version", field.consent().version())
                    .set("consent.text", field.consent().text())
                    .set("consent.purpose", field.consent().purpose());
        if (field.accompanying() != null) {
            form.set("accompanying.price", field.accompanying().price())
                    .set("accompanying.maximum", field.accompanying().maximum());
            PersonRows.fill(form, field.accompanying().fields());
        }
        OptionRows.fill(form, field.options());
        ConditionForm.fill(form, field.visibleIf());
        return form;
    }

    /**
     * @param before the field that is changed; null for a new one
     * @throws Problem.InvalidInput when something cannot be read
     */
    static Field field(Posted form, @Nullable Field before, CurrencyUnit currency) {
        var type = type(form.get("type"));
        var key = form.text("key") == null
                ? keyOf(form.get("label.en"), "field")
                : form.get("key").strip();
        var change = FieldChange.of(key, type, form.texts("label"))
                .help(optional(form.texts("help")))
                .required(form.isOn("required") ? true : null)
                .staffOnly(form.isOn("staff_only") ? true : null)
                .personal(form.isOn("personal") ? new Personal(form.integer("retention")) : null)
                .visibleIf(ConditionForm.condition(form, before == null ? null : before.visibleIf()));
        if (type.isTyped())
            change.placeholder(optional(form.texts("placeholder")))
                    .minimum(form.integer("minimum"))
                    .maximum(form.integer("maximum"))
                    .pattern(form.text("pattern"))
                    .patternHelp(optional(form.texts("pattern_help")));
        if (type.isOrdered()) change.range(range(form));
        if (type.takesDefault()) change.defaultValue(defaultValue(type, form));
        if (type.isPicked()) change.display(display(form));
        if (type.offersOptions()) change.options(OptionRows.read(form, currency));
        if (type == FieldType.MULTIPLE_CHOICE) change.picks(picks(form));
        if (type == FieldType.CONSENT) change.consent(consent(form));
        if (type == FieldType.ACCOMPANYING_PERSONS) change.accompanying(accompanying(form, before, currency));
        form.throwIfWrong();
        return change.field();
    }

    static FieldType type(String wire) {
        for (var type : FieldType.values()) if (type.wire().equals(wire)) return type;
        throw new Problem.InvalidInput("/type", "required", "This is required.");
    }

    private static @Nullable LocalizedText optional(LocalizedText text) {
        return text.isBlank() ? null : text;
    }

    private static @Nullable Range range(Posted form) {
        var from = form.text("range.from");
        var to = form.text("range.to");
        return from == null && to == null ? null : new Range(from, to);
    }

    private static @Nullable Picks picks(Posted form) {
        var minimum = form.integer("picks.minimum");
        var maximum = form.integer("picks.maximum");
        return minimum == null && maximum == null ? null : new Picks(minimum, maximum);
    }

    private static @Nullable Display display(Posted form) {
        for (var display : Display.values()) if (display.name().equalsIgnoreCase(form.get("display"))) return display;
        return null;
    }

    private static @Nullable JsonNode defaultValue(FieldType type, Posted form) {
        var text = form.text("default");
        if (text == null) return null;
        return switch (type) {
            case NUMBER -> {
                var number = form.decimal("default");
                yield number == null ? null : JsonNodeFactory.instance.numberNode(number);
            }
            case YES_NO -> JsonNodeFactory.instance.booleanNode(text.equals("true"));
            default -> JsonNodeFactory.instance.stringNode(text);
        };
    }

    private static @Nullable ConsentText consent(Posted form) {
        var text = form.texts("consent.text");
        var purpose = form.texts("consent.purpose");
        return text.isBlank()
                ? null
                : new ConsentText(form.get("consent.version").strip(), text, purpose.isBlank() ? null : purpose);
    }

    private static Accompanying accompanying(Posted form, @Nullable Field before, CurrencyUnit currency) {
        var maximum = form.integer("accompanying.maximum");
        var persons = before == null || before.accompanying() == null
                ? List.<Field>of()
                : before.accompanying().fields();
        return new Accompanying(
                form.money("accompanying.price", currency),
                maximum == null ? 1 : maximum,
                PersonRows.read(form, persons));
    }

    /** A key made from a label: what is left of it in plain letters. */
    static String keyOf(String label, String fallback) {
        var plain = Normalizer.normalize(label, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^[_0-9]+|_+$", "");
        if (plain.isEmpty()) return fallback;
        return plain.length() > LONGEST_KEY ? plain.substring(0, LONGEST_KEY) : plain;
    }

    /** A key like this one that none of these has. */
    static String freshKey(String wanted, List<String> taken) {
        if (!taken.contains(wanted)) return wanted;
        var number = 2;
        while (taken.contains(wanted + "_" + number)) number++;
        return wanted + "_" + number;
    }
}
