package org.plenary.forms;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.kernel.Json;
import org.plenary.kernel.Violations;
import tools.jackson.databind.JsonNode;

/** Conditions have one shape each, and speak of fields there are and answers these can have. */
final class ConditionRules {
    private static final int DEEPEST = 6;
    private static final int WIDEST = 50;

    private final Map<String, Field> fields;
    private final Violations violations;

    ConditionRules(Map<String, Field> fields, Violations violations) {
        this.fields = fields;
        this.violations = violations;
    }

    void check(String pointer, @Nullable Condition condition) {
        if (condition != null) check(pointer, condition, 1);
    }

    private void check(String pointer, Condition condition, int depth) {
        var shapes = Stream.of(condition.field(), condition.all(), condition.any(), condition.not())
                .filter(Objects::nonNull)
                .count();
        if (shapes != 1 || depth > DEEPEST) {
            violations.add(
                    pointer,
                    depth > DEEPEST ? "too_deep" : "condition",
                    depth > DEEPEST ? "At most six levels." : "One of field, all, any and not.");
            return;
        }
        if (condition.all() != null) several(pointer + "/all", condition.all(), depth);
        else if (condition.any() != null) several(pointer + "/any", condition.any(), depth);
        else if (condition.not() != null) check(pointer + "/not", condition.not(), depth + 1);
        if (condition.field() == null) noOperators(pointer, condition);
        else operator(pointer, condition, condition.field());
    }

    private void several(String pointer, List<Condition> conditions, int depth) {
        violations.check(!conditions.isEmpty(), pointer, "required", "Name at least one condition.");
        violations.check(conditions.size() <= WIDEST, pointer, "too_many", "At most 50 conditions.");
        for (var i = 0; i < conditions.size(); i++) check(pointer + "/" + i, conditions.get(i), depth + 1);
    }

    private static Stream<Object> operators(Condition c) {
        return Stream.<@Nullable Object>of(c.in(), c.answered(), c.is(), c.atLeast(), c.atMost())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull);
    }

    private void noOperators(String pointer, Condition condition) {
        violations.check(operators(condition).count() == 0, pointer, "condition", "An operator needs a field.");
    }

    private void operator(String pointer, Condition condition, String key) {
        var field = fields.get(key);
        if (field == null || Json.isMissing(field.type())) {
            violations.add(pointer + "/field", "unknown_field", "There is no field of this key.");
            return;
        }
        if (operators(condition).count() != 1) {
            violations.add(pointer, "condition", "One of in, answered, equals, at_least and at_most.");
            return;
        }
        if (condition.in() != null) in(pointer + "/in", field, condition.in());
        if (condition.is() != null) is(pointer + "/equals", field, condition.is());
        if (condition.atLeast() != null) bound(pointer + "/at_least", field, condition.atLeast());
        if (condition.atMost() != null) bound(pointer + "/at_most", field, condition.atMost());
    }

    private void in(String pointer, Field field, List<String> answers) {
        violations.check(
                !answers.isEmpty() && answers.size() <= FormRules.MAXIMUM_OPTIONS,
                pointer,
                "required",
                "Name at least one answer.");
        for (var i = 0; i < answers.size(); i++)
            violations.check(
                    isPossible(field, answers.get(i)),
                    pointer + "/" + i,
                    "not_offered",
                    "The field " + field.key() + " has no such answer.");
    }

    private static boolean isPossible(Field field, @Nullable String answer) {
        if (answer == null) return false;
        return switch (field.type().family()) {
            // of those with parts, only the meal has options
            case CHOICE, CHOICES, PARTS -> field.options().stream().anyMatch(option -> answer.equals(option.key()));
            case CONSENT, YES_NO -> answer.equals("true") || answer.equals("false");
            case COUNTRY -> DefaultRules.COUNTRIES.contains(answer);
            case NUMBER, TIME -> isOrdered(field.type(), answer);
            case TEXT -> !answer.isBlank();
            case FILE, PERSONS -> false;
        };
    }

    private void is(String pointer, Field field, JsonNode value) {
        var isText = value.isString() && isPossible(field, value.asString());
        var isOwn = value.isNumber() && field.type() == FieldType.NUMBER
                || value.isBoolean() && isPossible(field, String.valueOf(value.asBoolean()));
        violations.check(isText || isOwn, pointer, "not_offered", "The field " + field.key() + " has no such answer.");
    }

    /** Lists are compared by how many are in them. */
    private void bound(String pointer, Field field, JsonNode bound) {
        var counts = switch (field.type().family()) {
            case NUMBER, CHOICES, PERSONS -> true;
            case TEXT, TIME, YES_NO, CONSENT, CHOICE, COUNTRY, FILE, PARTS -> false;
        };
        var type = counts ? FieldType.NUMBER : field.type();
        var fine =
                counts && bound.isNumber() || type.isOrdered() && bound.isString() && isOrdered(type, bound.asString());
        violations.check(
                fine, pointer, "not_comparable", "This cannot be compared with answers of " + field.key() + ".");
    }

    private static boolean isOrdered(FieldType type, String text) {
        try {
            DefaultRules.ordered(type, text);
            return true;
        } catch (NumberFormatException | java.time.DateTimeException e) {
            return false;
        }
    }
}
