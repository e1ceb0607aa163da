package org.plenary.registration.form;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.files.FileStore;
import org.plenary.kernel.Violations;
import org.plenary.registration.form.FormDefinition.Field;
import org.plenary.registration.form.FormDefinition.Option;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Checks a delegate's answers against a version of the form. */
@Component
public class AnswerRules {
    private static final int MAXIMUM_LINE = 500;
    private static final int MAXIMUM_NUMBER_DIGITS = 30;
    private static final String REQUIRED = "This is required.";

    private final FileStore files;

    AnswerRules(FileStore files) {
        this.files = files;
    }

    /** An option that somebody picked; @param pointer of the answer */
    public record Picked(Field field, Option option, String pointer) {}

    /** @param answers as they are kept, in the form's order */
    public record Checked(Map<String, JsonNode> answers, List<Picked> picked) {}

    /**
     * Adds a violation for each wrong answer.
     *
     * @param given the version that the delegate saw: it says what is asked
     * @param newest what options cost, and which there still are
     */
    public Checked check(
            FormDefinition given,
            FormDefinition newest,
            Map<String, JsonNode> answers,
            String pointer,
            Violations found) {
        var kept = new LinkedHashMap<String, JsonNode>();
        var picked = new ArrayList<Picked>();
        for (var key : answers.keySet())
            if (given.field(key).isEmpty())
                found.add(pointer + "/" + escape(key), "unknown_field", "The form has no such field.");
        given.fields().forEach(field -> {
            var at = pointer + "/" + field.key();
            var answer = present(answers.get(field.key()));
            if (!isVisible(field, kept)) {
                if (answer != null) found.add(at, "not_visible", "This is not asked with these answers.");
            } else if (answer == null) {
                found.check(!field.mandatory(), at, "required", REQUIRED);
            } else {
                var value = value(field, newest.field(field.key()).orElse(field), answer, at, found, picked);
                if (value != null) kept.put(field.key(), value);
            }
        });
        return new Checked(kept, picked);
    }

    /** The answers without those that the form does not ask for with these answers: what a page sends on. */
    public static Map<String, JsonNode> withoutInvisible(FormDefinition form, Map<String, JsonNode> answers) {
        var kept = new LinkedHashMap<String, JsonNode>();
        form.fields().forEach(field -> {
            var answer = present(answers.get(field.key()));
            if (answer != null && isVisible(field, kept)) kept.put(field.key(), answer);
        });
        return kept;
    }

    /** Whether a field is asked, given the answers to the fields before it. */
    public static boolean isVisible(Field field, Map<String, JsonNode> answers) {
        var condition = field.visibleIf();
        if (condition == null) return true;
        var answer = answers.get(condition.field());
        if (answer == null) return condition.in().contains("false");
        if (answer.isArray())
            return answer.valueStream().anyMatch(v -> condition.in().contains(v.asString()));
        return condition.in().contains(answer.asString());
    }

    private @Nullable JsonNode value(
            Field field, Field current, JsonNode answer, String at, Violations found, List<Picked> picked) {
        return switch (field.type()) {
            case TEXT -> text(answer, at, field.maximum() == null ? MAXIMUM_LINE : field.maximum(), found);
            case LONG_TEXT ->
                text(answer, at, field.maximum() == null ? FormRules.MAXIMUM_TEXT : field.maximum(), found);
            case NUMBER -> number(answer, at, found);
            case DATE -> date(answer, at, found);
            case CHOICE -> choice(field, current, answer, at, found, picked) ? answer : null;
            case MULTIPLE_CHOICE -> choices(field, current, answer, at, found, picked);
            case COUNTRY ->
                string(answer, at, found) && clean(new Violations().country(at, answer.asString()), found)
                        ? answer
                        : null;
            case EMAIL ->
                string(answer, at, found) && clean(new Violations().email(at, answer.asString()), found)
                        ? answer
                        : null;
            case FILE -> file(answer, at, found);
            case CONSENT -> consent(field, answer, at, found);
        };
    }

    private static @Nullable JsonNode text(JsonNode answer, String at, int maximum, Violations found) {
        return string(answer, at, found) && clean(new Violations().optionalText(at, answer.asString(), maximum), found)
                ? answer
                : null;
    }

    private static @Nullable JsonNode number(JsonNode answer, String at, Violations found) {
        if (!answer.isNumber()) return refuse(found, at, "type", "This must be a number.");
        var number = answer.decimalValue();
        if (number.precision() > MAXIMUM_NUMBER_DIGITS || Math.abs(number.scale()) > MAXIMUM_NUMBER_DIGITS)
            return refuse(found, at, "range", "This number has too many digits.");
        return answer;
    }

    private static @Nullable JsonNode date(JsonNode answer, String at, Violations found) {
        if (!string(answer, at, found)) return null;
        try {
            LocalDate.parse(answer.asString());
            return answer;
        } catch (DateTimeParseException e) {
            return refuse(found, at, "date", "A date is written 2027-05-14.");
        }
    }

    private static boolean choice(
            Field field, Field current, JsonNode answer, String at, Violations found, List<Picked> picked) {
        if (!string(answer, at, found)) return false;
        var key = answer.asString();
        var option = current.option(key);
        if (field.option(key).isEmpty() || option.isEmpty()) {
            found.add(at, "not_offered", "This option is not offered.");
            return false;
        }
        picked.add(new Picked(current, option.get(), at));
        return true;
    }

    private static @Nullable JsonNode choices(
            Field field, Field current, JsonNode answer, String at, Violations found, List<Picked> picked) {
        if (!answer.isArray() || answer.size() > FormRules.MAXIMUM_OPTIONS)
            return refuse(found, at, "type", "This must be a list of options.");
        var seen = new HashSet<String>();
        var fine = true;
        for (var i = 0; i < answer.size(); i++) {
            var one = answer.get(i);
            if (!choice(field, current, one, at + "/" + i, found, picked)) fine = false;
            else if (!seen.add(one.asString()))
                fine = refuse(found, at + "/" + i, "duplicate", "This is picked twice.") != null;
        }
        return fine ? answer : null;
    }

    private static @Nullable JsonNode consent(Field field, JsonNode answer, String at, Violations found) {
        if (!answer.isBoolean()) return refuse(found, at, "type", "This must be true or false.");
        if (field.mandatory() && !answer.asBoolean()) return refuse(found, at, "required", REQUIRED);
        return answer;
    }

    private @Nullable JsonNode file(JsonNode answer, String at, Violations found) {
        if (!string(answer, at, found)) return null;
        var file = files.byToken(answer.asString());
        if (file.isEmpty())
            return refuse(found, at, "unknown_file", "Send the file again: there is none of this token.");
        return JsonNodeFactory.instance
                .objectNode()
                .put("file", file.get().id().toString())
                .put("name", file.get().name());
    }

    private static boolean string(JsonNode answer, String at, Violations found) {
        if (answer.isString()) return true;
        found.add(at, "type", "This must be a text.");
        return false;
    }

    private static boolean clean(Violations own, Violations found) {
        own.list().forEach(v -> found.add(v.pointer(), v.code(), v.detail(), v.details()));
        return own.isEmpty();
    }

    private static @Nullable JsonNode refuse(Violations found, String at, String code, String detail) {
        found.add(at, code, detail);
        return null;
    }

    /** An answer of nothing is no answer. */
    private static @Nullable JsonNode present(@Nullable JsonNode answer) {
        if (answer == null || answer.isNull() || answer.isMissingNode()) return null;
        if (answer.isString() && answer.asString().isBlank()) return null;
        return answer.isArray() && answer.isEmpty() ? null : answer;
    }

    private static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
