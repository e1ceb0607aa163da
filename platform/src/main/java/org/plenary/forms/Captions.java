package org.plenary.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.forms.FormDefinition.Accompanying;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.forms.FormDefinition.Option;
import org.plenary.kernel.LocalizedText;

/**
 * Captions are what can be put better, or translated, without asking for anything else: titles, labels, helps, placeholders.
 * All the rest is structure. What somebody consents to is structure to the last word.
 */
final class Captions {
    private static final LocalizedText NONE = LocalizedText.of("");

    private Captions() {}

    /** Whether the two ask for the same. */
    static boolean differOnlyIn(FormDefinition one, FormDefinition other) {
        return without(one).equals(without(other));
    }

    private static FormDefinition without(FormDefinition form) {
        return new FormDefinition(form.sections().stream()
                .map(section -> new FormDefinition.Section(
                        section.key(),
                        NONE,
                        without(section.fields()),
                        null,
                        section.categories(),
                        section.visibleIf()))
                .toList());
    }

    private static List<Field> without(List<Field> fields) {
        return fields.stream().map(Captions::without).toList();
    }

    static Field without(Field field) {
        var isConsent = field.type() == FieldType.CONSENT;
        return FieldChange.of(isConsent ? field : Field.of(field.key(), field.type(), NONE))
                .required(field.mandatory() ? true : null)
                .maximum(field.maximum())
                .options(field.options().stream()
                        .map(option ->
                                new Option(option.key(), NONE, option.price(), option.capacity(), option.until()))
                        .toList())
                .visibleIf(field.visibleIf())
                .placeholder(null)
                .display(field.display())
                .picks(field.picks())
                .defaultValue(field.defaultValue())
                .minimum(field.minimum())
                .pattern(field.pattern())
                .patternHelp(null)
                .range(field.range())
                .staffOnly(field.hiddenFromDelegates() ? true : null)
                .personal(field.personal())
                .accompanying(without(field.accompanying()))
                .field();
    }

    private static @Nullable Accompanying without(@Nullable Accompanying accompanying) {
        return accompanying == null
                ? null
                : new Accompanying(accompanying.price(), accompanying.maximum(), without(accompanying.fields()));
    }
}
