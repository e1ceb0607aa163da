package org.plenary.forms;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.forms.FormDefinition.Field;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Says parts of forms in words, for people. */
@Component
class FormWords {
    private final MessageSource messages;

    FormWords(MessageSource messages) {
        this.messages = messages;
    }

    String type(FieldType type, Locale locale) {
        return message("registration.type." + type.dashed(), locale);
    }

    /** Such as: (“Dinner”: Yes) and (“Age”: at least 18). */
    String condition(Condition condition, FormDefinition form, Locale locale) {
        if (condition.all() != null) return joined(condition.all(), "registration.word.and", form, locale);
        if (condition.any() != null) return joined(condition.any(), "registration.word.or", form, locale);
        if (condition.not() != null)
            return message("registration.word.not", locale, condition(condition.not(), form, locale));
        var field = form.field(String.valueOf(condition.field()));
        var label = field.map(f -> f.label().in(locale)).orElse(String.valueOf(condition.field()));
        return message("registration.word.field", locale, label, operator(condition, field.orElse(null), locale));
    }

    private String joined(List<Condition> parts, String word, FormDefinition form, Locale locale) {
        return parts.stream()
                .map(part -> part.field() == null
                        ? "(" + condition(part, form, locale) + ")"
                        : condition(part, form, locale))
                .collect(Collectors.joining(" " + message(word, locale) + " "));
    }

    private String operator(Condition condition, @Nullable Field field, Locale locale) {
        if (condition.answered() != null)
            return message(condition.answered() ? "registration.op.answered" : "registration.op.unanswered", locale);
        if (condition.in() != null)
            return condition.in().stream()
                    .map(value -> answer(field, value, locale))
                    .collect(Collectors.joining(" / "));
        if (condition.atLeast() != null)
            return message("registration.word.at-least", locale, text(condition.atLeast()));
        if (condition.atMost() != null) return message("registration.word.at-most", locale, text(condition.atMost()));
        return condition.is() == null ? "" : answer(field, text(condition.is()), locale);
    }

    private String answer(@Nullable Field field, String value, Locale locale) {
        if (field == null) return value;
        return switch (field.type().family()) {
            case YES_NO, CONSENT ->
                message(value.equals("true") ? "registration.form.yes" : "registration.form.no", locale);
            case COUNTRY -> Locale.of("", value).getDisplayCountry(locale);
            default ->
                field.option(value).map(option -> option.label().in(locale)).orElse(value);
        };
    }

    private static String text(JsonNode node) {
        return node.asString("");
    }

    String message(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
