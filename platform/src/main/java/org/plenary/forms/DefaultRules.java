package org.plenary.forms;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.kernel.Violations;
import tools.jackson.databind.JsonNode;

/** Values that organizers write where an answer could stand: defaults, ends of ranges, and what conditions compare with. */
final class DefaultRules {
    static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** No exponents: they make small texts into numbers that fill the memory. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,9})?");

    private DefaultRules() {}

    static void check(Field field, String pointer, Violations violations) {
        var value = field.defaultValue();
        if (value == null || isAnswer(field, value)) return;
        violations.add(pointer + "/default", "default", "This could not be an answer to the field.");
    }

    /** Whether a delegate could answer this, as far as its type goes. */
    static boolean isAnswer(Field field, JsonNode value) {
        return switch (field.type().family()) {
            case TEXT -> AnswerTexts.isFine(field, value, "", new Violations());
            case NUMBER ->
                value.isNumber()
                        && NUMBER.matcher(value.decimalValue().toPlainString()).matches();
            case TIME -> AnswerTimes.isFine(field, value, "", new Violations());
            case YES_NO, CONSENT -> value.isBoolean();
            case CHOICE, CHOICES, PARTS ->
                value.isString() && field.option(value.asString()).isPresent();
            case COUNTRY -> value.isString() && COUNTRIES.contains(value.asString());
            case FILE, PERSONS -> false;
        };
    }

    /** @throws RuntimeException of number or time, when the text is not of the type */
    static void ordered(FieldType type, String text) {
        switch (type) {
            case DATE -> AnswerTimes.date(text);
            case TIME -> AnswerTimes.time(text);
            case DATETIME -> AnswerTimes.both(text);
            default -> {
                if (!NUMBER.matcher(text).matches()) throw new NumberFormatException(text);
                new BigDecimal(text);
            }
        }
    }
}
