package org.plenary.registration.form;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.plenary.forms.FieldChange;
import org.plenary.forms.FieldType;
import org.plenary.forms.FormDefinition;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.forms.FormDefinition.Option;

/**
 * What of a form can be asked of people whose place is paid for already: options that cost something are not offered. Others can
 * answer for them, but for what they must agree to themselves.
 */
public final class PaidForm {
    /** Who fills the form. */
    public enum Filler {
        PERSON,
        /** Somebody else, on a page. */
        OTHER,
        /** Somebody else, in the rows of a sheet. */
        SHEET
    }

    /** What does not fit into a cell. */
    private static final Set<FieldType.Family> LARGE = EnumSet.of(FieldType.Family.FILE, FieldType.Family.PERSONS);

    private PaidForm() {}

    public static FormDefinition of(FormDefinition form, Filler filler) {
        return new FormDefinition(form.withoutStaffOnly().sections().stream()
                .map(section -> section.with(section.fields().stream()
                        .filter(field -> isFor(field, filler))
                        .flatMap(PaidForm::free)
                        .toList()))
                .filter(section -> !section.fields().isEmpty())
                .toList());
    }

    private static boolean isFor(Field field, Filler filler) {
        return switch (filler) {
            case PERSON -> true;
            case OTHER -> field.type() != FieldType.CONSENT;
            case SHEET ->
                field.type() != FieldType.CONSENT
                        && !LARGE.contains(field.type().family());
        };
    }

    /** The field with what costs nothing, or none when all of it does. */
    private static Stream<Field> free(Field field) {
        var accompanying = field.accompanying();
        if (accompanying != null)
            return accompanying.price() == null || accompanying.price().isZero() ? Stream.of(field) : Stream.of();
        if (!field.type().offersOptions()) return Stream.of(field);
        List<Option> options = field.options().stream()
                .filter(option -> option.price() == null || option.price().isZero())
                .toList();
        if (options.isEmpty()) return Stream.of();
        return Stream.of(FieldChange.of(field).options(options).field());
    }

    /** Whether some of its options are left out because they cost something. */
    public static boolean leavesOut(FormDefinition form) {
        return !of(form, Filler.PERSON).equals(form.withoutStaffOnly());
    }
}
