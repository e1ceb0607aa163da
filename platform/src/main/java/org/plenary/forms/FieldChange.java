package org.plenary.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.forms.FormDefinition.Accompanying;
import org.plenary.forms.FormDefinition.ConsentText;
import org.plenary.forms.FormDefinition.Display;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.forms.FormDefinition.Option;
import org.plenary.forms.FormDefinition.Personal;
import org.plenary.forms.FormDefinition.Picks;
import org.plenary.forms.FormDefinition.Range;
import org.plenary.kernel.LocalizedText;
import tools.jackson.databind.JsonNode;

/** Makes a field from another one with some of its settings changed: it has too many to name each of them every time. */
public final class FieldChange {
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

    public static FieldChange of(Field field) {
        return new FieldChange(field);
    }

    public static FieldChange of(String key, FieldType type, LocalizedText label) {
        return new FieldChange(Field.of(key, type, label));
    }

    public FieldChange key(String value) {
        key = value;
        return this;
    }

    public FieldChange label(LocalizedText value) {
        label = value;
        return this;
    }

    public FieldChange help(@Nullable LocalizedText value) {
        help = value;
        return this;
    }

    public FieldChange required(@Nullable Boolean value) {
        required = value;
        return this;
    }

    public FieldChange maximum(@Nullable Integer value) {
        maximum = value;
        return this;
    }

    public FieldChange options(List<Option> value) {
        options = value;
        return this;
    }

    public FieldChange visibleIf(@Nullable Condition value) {
        visibleIf = value;
        return this;
    }

    public FieldChange placeholder(@Nullable LocalizedText value) {
        placeholder = value;
        return this;
    }

    public FieldChange display(@Nullable Display value) {
        display = value;
        return this;
    }

    public FieldChange picks(@Nullable Picks value) {
        picks = value;
        return this;
    }

    public FieldChange defaultValue(@Nullable JsonNode value) {
        defaultValue = value;
        return this;
    }

    public FieldChange minimum(@Nullable Integer value) {
        minimum = value;
        return this;
    }

    public FieldChange pattern(@Nullable String value) {
        pattern = value;
        return this;
    }

    public FieldChange patternHelp(@Nullable LocalizedText value) {
        patternHelp = value;
        return this;
    }

    public FieldChange range(@Nullable Range value) {
        range = value;
        return this;
    }

    public FieldChange staffOnly(@Nullable Boolean value) {
        staffOnly = value;
        return this;
    }

    public FieldChange personal(@Nullable Personal value) {
        personal = value;
        return this;
    }

    public FieldChange accompanying(@Nullable Accompanying value) {
        accompanying = value;
        return this;
    }

    public FieldChange consent(@Nullable ConsentText value) {
        consent = value;
        return this;
    }

    public Field field() {
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
