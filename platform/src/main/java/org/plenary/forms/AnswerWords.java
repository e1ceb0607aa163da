package org.plenary.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.forms.FormDefinition.Field;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Says answers as people read them, by the version of the form that they were given on. */
@Component
public class AnswerWords {
    private final FormWords words;

    AnswerWords(FormWords words) {
        this.words = words;
    }

    /** @param file the id of the file that was sent; null for all other answers */
    public record Row(
            String key,
            String label,
            String text,
            boolean isPassport,
            @Nullable String file) {}

    /** What was answered, in the form's order. Answers to fields that the version does not have come last, as they are. */
    public List<Row> rows(FormDefinition form, Map<String, JsonNode> answers, boolean isStaff, Locale locale) {
        var rows = new ArrayList<Row>();
        form.fields().forEach(field -> {
            var answer = Visibility.present(answers.get(field.key()));
            if (answer == null || field.hiddenFromDelegates() && !isStaff) return;
            rows.add(new Row(
                    field.key(),
                    field.label().in(locale),
                    text(field, answer, locale),
                    field.type() == FieldType.PASSPORT,
                    field.type().isFile() ? answer.path("file").asString("") : null));
        });
        if (isStaff)
            answers.forEach((key, answer) -> {
                if (form.field(key).isEmpty()) rows.add(new Row(key, key, plain(answer), false, null));
            });
        return rows;
    }

    /** The answer in one line. */
    public String text(Field field, @Nullable JsonNode answer, Locale locale) {
        if (answer == null) return "";
        return switch (field.type().family()) {
            case CHOICE -> option(field, answer, locale);
            case CHOICES ->
                answer.valueStream().map(one -> option(field, one, locale)).collect(Collectors.joining("; "));
            case YES_NO -> yesOrNo(answer, locale);
            case CONSENT -> consent(field, answer, locale);
            case COUNTRY -> Locale.of("", answer.asString("")).getDisplayCountry(locale);
            case TIME -> plain(answer).replace('T', ' ');
            case FILE -> answer.path("name").asString("");
            case PARTS -> parts(field, answer, locale);
            case PERSONS -> persons(field, answer, locale);
            case TEXT, NUMBER -> plain(answer);
        };
    }

    /** The columns that a table has for a field: one, or one for each part of its answer. @param key in the header */
    public record Column(String key, Field field, @Nullable String part) {}

    public static List<Column> columns(FormDefinition form) {
        return form.fields()
                .flatMap(field -> field.type().hasParts()
                        ? Parts.of(field).stream()
                                .map(part -> new Column(field.key() + "." + part.key(), field, part.key()))
                        : Stream.of(new Column(field.key(), field, null)))
                .toList();
    }

    /** @param form the version that the answers were given on, whose options name them */
    public String cell(Column column, FormDefinition form, Map<String, JsonNode> answers, Locale locale) {
        var field = form.field(column.field().key()).orElse(column.field());
        var answer = answers.get(field.key());
        if (answer == null) return "";
        var part = column.part();
        if (part == null) return text(field, answer, locale);
        return Parts.of(field).stream()
                .filter(each -> each.key().equals(part))
                .map(each -> text(each, answer.get(part), locale))
                .findFirst()
                .orElseGet(() -> plain(answer));
    }

    private String parts(Field field, JsonNode answer, Locale locale) {
        return switch (field.type()) {
            case PASSPORT -> passport(field, answer, locale);
            case MEAL_AND_DIET -> parts(Parts.of(field), answer, ": ", locale);
            default -> parts(Parts.of(field), answer, ", ", locale);
        };
    }

    private String parts(List<Field> parts, JsonNode answer, String between, Locale locale) {
        return parts.stream()
                .filter(part -> Visibility.present(answer.get(part.key())) != null)
                .map(part -> text(part, answer.get(part.key()), locale))
                .collect(Collectors.joining(between));
    }

    private String passport(Field field, JsonNode answer, Locale locale) {
        return Parts.of(field).stream()
                .filter(part -> answer.has(part.key()))
                .map(part -> words.message(
                        "registration.word.part",
                        locale,
                        words.message(
                                "registration.part-of.passport." + part.key().replace('_', '-'), locale),
                        text(part, answer.get(part.key()), locale)))
                .collect(Collectors.joining("; "));
    }

    private String persons(Field field, JsonNode answer, Locale locale) {
        var accompanying = field.accompanying();
        if (accompanying == null) return plain(answer);
        return answer.valueStream()
                .map(person -> parts(accompanying.fields(), person, ", ", locale))
                .collect(Collectors.joining("; "));
    }

    private static String option(Field field, JsonNode answer, Locale locale) {
        var key = answer.asString("");
        return field.option(key).map(option -> option.label().in(locale)).orElse(key);
    }

    private String yesOrNo(JsonNode answer, Locale locale) {
        return words.message(answer.asBoolean(false) ? "registration.form.yes" : "registration.form.no", locale);
    }

    private String consent(Field field, JsonNode answer, Locale locale) {
        var said = yesOrNo(answer, locale);
        var consent = field.consent();
        return consent == null ? said : words.message("registration.word.consent", locale, said, consent.version());
    }

    private static String plain(JsonNode answer) {
        if (answer.isArray())
            return answer.valueStream().map(AnswerWords::plain).collect(Collectors.joining("; "));
        if (answer.isObject())
            return answer.valueStream().map(AnswerWords::plain).collect(Collectors.joining(", "));
        return answer.asString("");
    }
}
