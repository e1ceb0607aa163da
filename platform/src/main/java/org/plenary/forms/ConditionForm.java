package org.plenary.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.web.Posted;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Conditions as the page edits them: groups of rows, {@code conditions.0.1.field}, {@code .op} and {@code .value}. In a group all,
 * any or none of its rows must hold; of the groups all or any. A condition of the API that is deeper is kept as it is, until it
 * is thrown away on the page.
 */
final class ConditionForm {
    static final int GROUPS = 6;
    static final int ROWS = 12;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ConditionForm() {}

    /** @param conditions of a group, none of them with conditions within */
    private record Group(String match, List<Condition> conditions) {}

    static void fill(Posted form, @Nullable Condition condition) {
        if (condition == null) return;
        var any = condition.any();
        var all = condition.all();
        var isAny = any != null && any.stream().anyMatch(part -> part.field() == null);
        var parts = List.of(condition);
        if (any != null && isAny) parts = any;
        if (all != null && all.stream().anyMatch(part -> part.field() == null)) parts = all;
        var groups = parts.stream()
                .map(ConditionForm::group)
                .flatMap(Stream::ofNullable)
                .toList();
        if (groups.size() < parts.size() || groups.size() > GROUPS) {
            form.set("conditions.kept", "true");
            return;
        }
        form.set("conditions.match", isAny ? "any" : "all");
        for (var i = 0; i < groups.size(); i++) {
            form.set("conditions." + i + ".match", groups.get(i).match());
            for (var j = 0; j < groups.get(i).conditions().size(); j++)
                row(
                        form,
                        "conditions." + i + "." + j,
                        groups.get(i).conditions().get(j));
        }
    }

    private static @Nullable Group group(Condition condition) {
        if (condition.field() != null) return new Group("all", List.of(condition));
        if (condition.not() != null) {
            var inner = group(condition.not());
            var single = inner != null && inner.conditions().size() == 1;
            return inner != null
                            && !inner.match().equals("none")
                            && (single || inner.match().equals("any"))
                    ? new Group("none", inner.conditions())
                    : null;
        }
        var parts = condition.all() != null ? condition.all() : condition.any();
        if (parts == null || parts.size() > ROWS || parts.stream().anyMatch(part -> part.field() == null)) return null;
        return new Group(condition.all() != null ? "all" : "any", parts);
    }

    private static void row(Posted form, String at, Condition condition) {
        form.set(at + ".field", condition.field());
        if (condition.in() != null) form.set(at + ".op", "in").set(at + ".value", condition.in());
        if (condition.answered() != null) form.set(at + ".op", condition.answered() ? "answered" : "unanswered");
        if (condition.is() != null)
            form.set(at + ".op", "equals").set(at + ".value", condition.is().asString());
        if (condition.atLeast() != null)
            form.set(at + ".op", "at_least")
                    .set(at + ".value", condition.atLeast().asString());
        if (condition.atMost() != null)
            form.set(at + ".op", "at_most")
                    .set(at + ".value", condition.atMost().asString());
    }

    /** @param before the condition as it stands, which may be one that the page does not show */
    static @Nullable Condition condition(Posted form, @Nullable Condition before) {
        if (form.isOn("conditions.kept") && !form.isOn("conditions.drop")) return before;
        var groups = new ArrayList<Condition>();
        for (var i = 0; i < GROUPS; i++) {
            var rows = new ArrayList<Condition>();
            for (var j = 0; j < ROWS; j++) {
                var row = leaf(form, "conditions." + i + "." + j);
                if (row != null) rows.add(row);
            }
            if (!rows.isEmpty()) groups.add(joined(rows, form.get("conditions." + i + ".match")));
        }
        return groups.isEmpty() ? null : joined(groups, form.get("conditions.match"));
    }

    private static Condition joined(List<Condition> parts, String match) {
        return switch (match) {
            case "none" -> Condition.not(joined(parts, "any"));
            case "any" -> parts.size() == 1 ? parts.getFirst() : Condition.any(parts);
            default -> parts.size() == 1 ? parts.getFirst() : Condition.all(parts);
        };
    }

    /** A row without a value is not finished, and says nothing. */
    private static @Nullable Condition leaf(Posted form, String at) {
        var field = form.text(at + ".field");
        if (field == null) return null;
        var value = form.text(at + ".value");
        return switch (form.get(at + ".op")) {
            case "answered" -> Condition.answered(field, true);
            case "unanswered" -> Condition.answered(field, false);
            case "equals" -> value == null ? null : Condition.is(field, JSON.stringNode(value));
            case "at_least" -> value == null ? null : Condition.atLeast(field, scalar(value));
            case "at_most" -> value == null ? null : Condition.atMost(field, scalar(value));
            default -> {
                var values = form.all(at + ".value").stream()
                        .flatMap(text -> Arrays.stream(text.split(",", -1)))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList();
                yield values.isEmpty() ? null : Condition.in(field, values);
            }
        };
    }

    private static JsonNode scalar(String value) {
        return value.matches("-?\\d{1,15}(\\.\\d{1,9})?")
                ? JSON.numberNode(new BigDecimal(value))
                : JSON.stringNode(value);
    }
}
