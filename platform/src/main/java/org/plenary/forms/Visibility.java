package org.plenary.forms;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.forms.FormDefinition.Section;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Which sections and fields are asked with some answers. {@code static/js/form-conditions.js} says the same in the browser, and
 * a test holds both to it on random forms; so numbers are compared as doubles, which is all that a browser has, and texts by
 * their UTF-16 units.
 *
 * <p>A field counts as unanswered while it is not asked itself, so conditions chain. An unanswered consent was not given: it is
 * {@code false}. For delegates there are no fields for staff only: what depends on one sees it unanswered.
 */
public final class Visibility {
    /** What a browser's {@code trim} takes away. */
    private static final Pattern BLANK = Pattern.compile(
            "[\\t\\n\\x0b\\f\\r \\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]*");

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final JsonNode NOT_GIVEN = JsonNodeFactory.instance.booleanNode(false);

    private final FormDefinition form;
    private final Map<String, JsonNode> answers;
    private final @Nullable Set<String> groups;
    private final Map<String, Field> fields = new HashMap<>();
    private final Map<String, Section> sectionOf = new HashMap<>();
    private final Map<String, Boolean> shown = new HashMap<>();
    private final Set<String> asking = new HashSet<>();

    private Visibility(
            FormDefinition form, Map<String, JsonNode> answers, @Nullable Set<String> groups, boolean isStaff) {
        this.form = isStaff ? form : form.withoutStaffOnly();
        this.answers = answers;
        this.groups = groups;
        this.form
                .sections()
                .forEach(section -> section.fields().forEach(field -> {
                    fields.put(field.key(), field);
                    sectionOf.put(field.key(), section);
                }));
    }

    /** @param groups the key and the category names of the delegate's fee; null to ask what any delegate is asked */
    public static Visibility of(
            FormDefinition form, Map<String, JsonNode> answers, @Nullable Set<String> groups, boolean isStaff) {
        return new Visibility(form, answers, groups, isStaff);
    }

    /** The answers to what is asked. */
    public Map<String, JsonNode> kept() {
        var kept = new LinkedHashMap<String, JsonNode>();
        form.fields().forEach(field -> {
            var answer = present(answers.get(field.key()));
            if (answer != null && shows(field)) kept.put(field.key(), answer);
        });
        return kept;
    }

    public boolean shows(Section section) {
        var isFor = groups == null
                || section.categories().isEmpty()
                || section.categories().stream().anyMatch(groups::contains);
        return isFor && holds(section.visibleIf());
    }

    /** What the form does not have is not shown; nor is a field that depends on itself, which no form that was saved has, is not shown. */
    public boolean shows(Field field) {
        var known = shown.get(field.key());
        if (known != null) return known;
        if (!asking.add(field.key())) return false;
        var section = sectionOf.get(field.key());
        var shows = section != null && shows(section) && holds(field.visibleIf());
        asking.remove(field.key());
        shown.put(field.key(), shows);
        return shows;
    }

    private boolean holds(@Nullable Condition condition) {
        if (condition == null) return true;
        if (condition.all() != null) return condition.all().stream().allMatch(this::holds);
        if (condition.any() != null) return condition.any().stream().anyMatch(this::holds);
        if (condition.not() != null) return !holds(condition.not());
        var value = value(condition.field());
        if (condition.answered() != null) return condition.answered() == isAnswered(condition.field(), value);
        if (value == null) return false;
        if (condition.in() != null)
            return condition.in().stream().anyMatch(text -> isOneOf(value, JsonNodeFactory.instance.stringNode(text)));
        if (condition.is() != null) return isOneOf(value, condition.is());
        if (condition.atLeast() != null) return compares(value, condition.atLeast(), 1);
        return condition.atMost() != null && compares(value, condition.atMost(), -1);
    }

    private @Nullable JsonNode value(@Nullable String key) {
        var field = fields.get(key);
        if (field == null) return null;
        var answer = shows(field) ? present(answers.get(key)) : null;
        return answer == null && field.type() == FieldType.CONSENT ? NOT_GIVEN : answer;
    }

    private boolean isAnswered(@Nullable String key, @Nullable JsonNode value) {
        var field = fields.get(key);
        var isConsent = field != null && field.type() == FieldType.CONSENT;
        return value != null && !(isConsent && value.isBoolean() && !value.asBoolean());
    }

    private static boolean isOneOf(JsonNode value, JsonNode wanted) {
        if (value.isArray()) return value.valueStream().anyMatch(one -> isSame(one, wanted));
        return isSame(value, wanted);
    }

    private static boolean isSame(JsonNode a, JsonNode b) {
        if (a.isNumber() || b.isNumber()) {
            var one = number(a);
            var other = number(b);
            return one != null && other != null && one.doubleValue() == other.doubleValue();
        }
        var text = text(a);
        return text != null && text.equals(text(b));
    }

    /** @param sign 1 for at least, -1 for at most; a list is compared by how many are in it */
    private static boolean compares(JsonNode value, JsonNode bound, int sign) {
        if (value.isArray() || value.isNumber()) {
            var limit = number(bound);
            var own = value.isArray() ? Double.valueOf(value.size()) : number(value);
            return limit != null && own != null && Integer.signum(Double.compare(own, limit)) * sign >= 0;
        }
        return value.isString()
                && bound.isString()
                && Integer.signum(value.asString().compareTo(bound.asString())) * sign >= 0;
    }

    private static @Nullable Double number(JsonNode node) {
        // Adding zero makes -0.0 the 0.0 that it equals.
        if (node.isNumber()) return node.decimalValue().doubleValue() + 0.0;
        if (!node.isString() || !NUMBER.matcher(node.asString()).matches()) return null;
        return Double.parseDouble(node.asString()) + 0.0;
    }

    /** The picked meal stands for the whole answer of a meal and a diet. */
    private static @Nullable String text(JsonNode node) {
        if (node.isString()) return node.asString();
        if (node.isBoolean()) return String.valueOf(node.asBoolean());
        var meal = node.isObject() ? node.get(Parts.MEAL) : null;
        return meal != null && meal.isString() ? meal.asString() : null;
    }

    /** An answer of nothing is no answer. */
    static @Nullable JsonNode present(@Nullable JsonNode answer) {
        if (answer == null || answer.isNull() || answer.isMissingNode()) return null;
        if (answer.isString() && BLANK.matcher(answer.asString()).matches()) return null;
        if (answer.isArray() && answer.isEmpty()) return null;
        if (answer.isObject() && answer.valueStream().allMatch(part -> present(part) == null)) return null;
        return answer;
    }

    /** The keys of all fields that are shown. */
    List<String> shownFields() {
        return form.fields().filter(this::shows).map(Field::key).toList();
    }

    List<String> shownSections() {
        return form.sections().stream().filter(this::shows).map(Section::key).toList();
    }
}
