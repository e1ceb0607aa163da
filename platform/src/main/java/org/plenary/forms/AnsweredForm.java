package org.plenary.forms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.forms.FormDefinition.Accompanying;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.forms.FormDefinition.Option;
import tools.jackson.databind.JsonNode;

/**
 * A version of the form as a delegate who answered it may answer it again: what they picked and whom they bring stays on offer, and
 * everything else is offered as it is to others today.
 */
public final class AnsweredForm {
    private AnsweredForm() {}

    /** @param given the version that was answered; @param newest what is offered today */
    public static FormDefinition of(FormDefinition given, FormDefinition newest, Map<String, JsonNode> answers) {
        return new FormDefinition(given.sections().stream()
                .map(section -> section.with(section.fields().stream()
                        .map(field -> again(field, newest.field(field.key()), answers.get(field.key())))
                        .toList()))
                .toList());
    }

    private static Field again(Field given, Optional<Field> newest, @Nullable JsonNode answer) {
        if (given.type().offersOptions())
            return FieldChange.of(given).options(options(given, newest, answer)).field();
        var asked = given.accompanying();
        if (asked == null) return given;
        return FieldChange.of(given)
                .accompanying(accompanying(asked, newest.map(Field::accompanying), count(answer)))
                .field();
    }

    private static List<Option> options(Field given, Optional<Field> newest, @Nullable JsonNode answer) {
        return given.options().stream()
                .flatMap(option -> isPicked(answer, option)
                        ? Stream.of(new Option(option.key(), option.label(), option.price(), option.capacity()))
                        : newest.flatMap(field -> field.option(option.key())).stream())
                .toList();
    }

    private static Accompanying accompanying(Accompanying asked, Optional<Accompanying> sold, int brought) {
        var maximum = Math.min(asked.maximum(), sold.map(Accompanying::maximum).orElse(0));
        return new Accompanying(sold.map(Accompanying::price).orElse(null), Math.max(brought, maximum), asked.fields());
    }

    /** How many persons an answer brings. */
    public static int count(@Nullable JsonNode answer) {
        return answer != null && answer.isArray() ? answer.size() : 0;
    }

    /** Whether an answer picks an option: alone, among others, or as the meal of a meal and a diet. */
    public static boolean isPicked(@Nullable JsonNode answer, Option option) {
        if (answer == null) return false;
        if (answer.isArray()) return answer.valueStream().anyMatch(one -> isPicked(one, option));
        var picked = answer.isObject() ? answer.path(Parts.MEAL) : answer;
        return picked.asString("").equals(option.key());
    }
}
