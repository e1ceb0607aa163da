package org.plenary.forms;

import java.util.List;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.kernel.LocalizedText;

/**
 * What an answer of several parts consists of. Each part is a field of its own, checked, drawn and read as any other; its
 * caption is the message {@code registration.part-of.<type>.<part>}.
 */
public final class Parts {
    static final String MEAL = "meal";
    static final String NOTE = "note";
    static final String LINES = "lines";
    private static final int NAME = 100;
    private static final int LONG = 500;
    private static final LocalizedText NO_LABEL = LocalizedText.of("");

    private static final List<Field> ADDRESS = List.of(
            part(LINES, FieldType.LONG_TEXT, true, LONG),
            part("postcode", FieldType.TEXT, false, 20),
            part("city", FieldType.TEXT, true, NAME),
            part("region", FieldType.TEXT, false, NAME),
            part("country", FieldType.COUNTRY, true, NAME));

    private static final List<Field> PASSPORT = List.of(
            part("surname", FieldType.TEXT, true, NAME),
            part("given_names", FieldType.TEXT, true, NAME),
            part("birth_date", FieldType.DATE, true, NAME),
            part("nationality", FieldType.NATIONALITY, true, NAME),
            part("number", FieldType.TEXT, true, 20),
            part("issued_on", FieldType.DATE, true, NAME),
            part("expires_on", FieldType.DATE, true, NAME));

    private Parts() {}

    /** None for a field whose answer is one value. */
    public static List<Field> of(Field field) {
        return switch (field.type()) {
            case ADDRESS -> ADDRESS;
            case PASSPORT -> PASSPORT;
            case MEAL_AND_DIET ->
                List.of(
                        FieldChange.of(MEAL, FieldType.CHOICE, NO_LABEL)
                                .required(field.required())
                                .options(field.options())
                                .display(field.display())
                                .field(),
                        part(NOTE, FieldType.TEXT, false, LONG));
            default -> List.of();
        };
    }

    private static Field part(String key, FieldType type, boolean required, int maximum) {
        return new Field(key, type, NO_LABEL, null, required, maximum, List.of(), null);
    }
}
