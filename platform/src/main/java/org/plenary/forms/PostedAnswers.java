package org.plenary.forms;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.kernel.web.Posted;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The answers in a page's form, whose inputs are named as the answers' pointers: {@code delegates.0.answers.passport.number}.
 * What cannot be read stays a text, for the rules to refuse.
 */
public final class PostedAnswers {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,20}([.,]\\d{1,20})?");

    private PostedAnswers() {}

    /** @param prefix of the inputs' names, with the dot */
    public static Map<String, JsonNode> read(FormDefinition form, Posted posted, String prefix) {
        var answers = new LinkedHashMap<String, JsonNode>();
        form.fields().forEach(field -> {
            var answer = answer(field, posted, prefix + field.key());
            if (answer != null) answers.put(field.key(), answer);
        });
        return answers;
    }

    /** Fills the inputs of a form that was not sent yet with the fields' defaults. */
    public static void fillDefaults(FormDefinition form, Posted posted, String prefix) {
        form.fields().forEach(field -> {
            var value = field.defaultValue();
            if (value != null) posted.set(prefix + field.key(), value.asString());
        });
    }

    /** Fills the inputs with answers as they are kept; a file is named by its id. */
    public static void fill(FormDefinition form, Posted posted, String prefix, Map<String, JsonNode> answers) {
        form.fields().forEach(field -> fill(field, posted, prefix + field.key(), answers.get(field.key())));
    }

    private static void fill(Field field, Posted posted, String name, @Nullable JsonNode answer) {
        if (answer == null) return;
        switch (field.type().family()) {
            case TEXT, NUMBER, TIME, CHOICE, YES_NO, COUNTRY, CONSENT -> posted.set(name, answer.asString(""));
            case FILE -> posted.set(name, answer.path("file").asString(""));
            case CHOICES ->
                posted.set(name, answer.valueStream().map(JsonNode::asString).toList());
            case PARTS ->
                Parts.of(field).forEach(part -> fill(part, posted, name + "." + part.key(), answer.get(part.key())));
            case PERSONS -> fillPersons(field, posted, name, answer);
        }
    }

    private static void fillPersons(Field field, Posted posted, String name, JsonNode persons) {
        var accompanying = field.accompanying();
        if (accompanying == null) return;
        for (var i = 0; i < persons.size(); i++) {
            var row = name + "." + i;
            var person = persons.get(i);
            posted.set(row + ".at", i);
            accompanying.fields().forEach(part -> fill(part, posted, row + "." + part.key(), person.get(part.key())));
        }
    }

    private static @Nullable JsonNode answer(Field field, Posted posted, String name) {
        var text = posted.text(name);
        return switch (field.type().family()) {
            case TEXT, TIME, CHOICE, COUNTRY, FILE -> text == null ? null : JSON.stringNode(text);
            case NUMBER -> text == null ? null : number(text);
            case YES_NO -> text == null ? null : yesOrNo(text);
            case CONSENT -> posted.isOn(name) ? JSON.booleanNode(true) : null;
            case CHOICES -> {
                var picked = JSON.arrayNode();
                posted.all(name).stream().filter(value -> !value.isBlank()).forEach(picked::add);
                yield picked.isEmpty() ? null : picked;
            }
            case PARTS -> {
                var parts = parts(Parts.of(field), posted, name);
                yield parts.isEmpty() ? null : parts;
            }
            case PERSONS -> persons(field, posted, name);
        };
    }

    private static JsonNode parts(List<Field> parts, Posted posted, String name) {
        var object = JSON.objectNode();
        parts.forEach(part -> {
            var answer = answer(part, posted, name + "." + part.key());
            if (answer != null) object.set(part.key(), answer);
        });
        return object;
    }

    private static @Nullable JsonNode persons(Field field, Posted posted, String name) {
        var accompanying = field.accompanying();
        if (accompanying == null) return null;
        var persons = JSON.arrayNode();
        for (var i = 0; i < PostedPersons.count(posted, name); i++)
            persons.add(parts(accompanying.fields(), posted, name + "." + i));
        return persons.isEmpty() ? null : persons;
    }

    private static JsonNode yesOrNo(String text) {
        return text.equals("true") || text.equals("false")
                ? JSON.booleanNode(text.equals("true"))
                : JSON.stringNode(text);
    }

    private static JsonNode number(String text) {
        if (!NUMBER.matcher(text).matches()) return JSON.stringNode(text);
        return JSON.numberNode(new BigDecimal(text.replace(',', '.')));
    }
}
