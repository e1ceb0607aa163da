package org.plenary.registration.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;
import org.plenary.registration.form.FormDefinition.Accompanying;
import org.plenary.registration.form.FormDefinition.ConsentText;
import org.plenary.registration.form.FormDefinition.Display;
import org.plenary.registration.form.FormDefinition.Field;
import org.plenary.registration.form.FormDefinition.Option;
import org.plenary.registration.form.FormDefinition.Personal;
import org.plenary.registration.form.FormDefinition.Picks;
import org.plenary.registration.form.FormDefinition.Range;
import tools.jackson.databind.JsonNode;

/** Makes a field from another one with some of its settings changed: it has too many to name each of them every time. */
final class FieldChange {
    private String key;
    private final FieldType type;
    private LocalizedText label;
    private @Nullable LocalizedText help;
    private @Nullable Boolean required;
    private @Nullable Integer maximum;
    private List<Option> options;
    private @Nullable Condition visibleIf;
    private @Nullable LocalizedText placeholder;
    private @Nullable Display display;
    private @Nullable Picks picks;
    private @Nullable JsonNode defaultValue;
    private @Nullable Integer minimum;
    private @Nullable String pattern;
    private @Nullable LocalizedText patternHelp;
    private @Nullable Range range;
    private @Nullable Boolean staffOnly;
    private @Nullable Personal personal;
    private @Nullable Accompanying accompanying;
    private @Nullable ConsentText consent;

    private FieldChange(Field field) {
        key = field.key();
        type = field.type();
        label = field.label();
        help = field.help();
        required = field.required();
        maximum = field.maximum();
        options = field.options();
        visibleIf = field.visibleIf();
        placeholder = field.placeholder();
        display = field.display();
        picks = field.picks();
        defaultValue = field.defaultValue();
        minimum = field.minimum();
        pattern = field.pattern();
        patternHelp = field.patternHelp();
        range = field.range();
        staffOnly = field.staffOnly();
        personal = field.personal();
        accompanying = field.accompanying();
        consent = field.consent();
    }

    static FieldChange of(Field field) {
        return new FieldChange(field);
    }

    static FieldChange of(String key, FieldType type, LocalizedText label) {
        return new FieldChange(Field.of(key, type, label));
    }

    FieldChange key(String value) {
        key = value;
        return this;
    }

    FieldChange label(LocalizedText value) {
        label = value;
        return this;
    }

    FieldChange help(@Nullable LocalizedText value) {
        help = value;
        return this;
    }

    FieldChange required(@Nullable Boolean value) {
        required = value;
        return this;
    }

    FieldChange maximum(@Nullable Integer value) {
        maximum = value;
        return this;
    }

    FieldChange options(List<Option> value) {
        options = value;
        return this;
    }

    FieldChange visibleIf(@Nullable Condition value) {
        visibleIf = value;
        return this;
    }

    FieldChange placeholder(@Nullable LocalizedText value) {
        placeholder = value;
        return this;
    }

    FieldChange display(@Nullable Display value) {
        display = value;
        return this;
    }

    FieldChange picks(@Nullable Picks value) {
        picks = value;
        return this;
    }

    FieldChange defaultValue(@Nullable JsonNode value) {
        defaultValue = value;
        return this;
    }

    FieldChange minimum(@Nullable Integer value) {
        minimum = value;
        return this;
    }

    FieldChange pattern(@Nullable String value) {
        pattern = value;
        return this;
    }

    FieldChange patternHelp(@Nullable LocalizedText value) {
        patternHelp = value;
        return this;
    }

    FieldChange range(@Nullable Range value) {
        range = value;
        return this;
    }

    FieldChange staffOnly(@Nullable Boolean value) {
        staffOnly = value;
        return this;
    }

    FieldChange personal(@Nullable Personal value) {
        personal = value;
        return this;
    }

    FieldChange accompanying(@Nullable Accompanying value) {
        accompanying = value;
        return this;
    }

    FieldChange consent(@Nullable ConsentText value) {
        consent = value;
        return this;
    }

    Field field() {
        return new Field(
                key,
                type,
                label,
                help,
                required,
                maximum,
                options,
                visibleIf,
                placeholder,
                display,
                picks,
                defaultValue,
                minimum,
                pattern,
                patternHelp,
                range,
                staffOnly,
                personal,
                accompanying,
                consent);
    }
}
