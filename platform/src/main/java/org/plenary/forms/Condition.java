package org.plenary.forms;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * When a section or a field is asked, as it stands on the wire. One of: a {@code field} with one of the operators {@code in},
 * {@code answered}, {@code equals}, {@code at_least}, {@code at_most}; {@code all} or {@code any} of several conditions; or
 * {@code not} one. {@link ConditionRules} refuses every other shape; {@link Visibility} says what each means.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Condition(
        @Nullable String field,
        @Nullable List<String> in,
        @Nullable Boolean answered,
        @JsonProperty("equals") @Nullable JsonNode is,
        @Nullable JsonNode atLeast,
        @Nullable JsonNode atMost,
        @Nullable List<Condition> all,
        @Nullable List<Condition> any,
        @Nullable Condition not) {
    public Condition {
        in = in == null ? null : List.copyOf(in);
        all = all == null ? null : List.copyOf(all);
        any = any == null ? null : List.copyOf(any);
    }

    /** A field has one of these answers. */
    public static Condition in(String field, List<String> answers) {
        return new Condition(field, answers, null, null, null, null, null, null, null);
    }

    public static Condition answered(String field, boolean answered) {
        return new Condition(field, null, answered, null, null, null, null, null, null);
    }

    public static Condition is(String field, JsonNode value) {
        return new Condition(field, null, null, value, null, null, null, null, null);
    }

    public static Condition atLeast(String field, JsonNode value) {
        return new Condition(field, null, null, null, value, null, null, null, null);
    }

    public static Condition atMost(String field, JsonNode value) {
        return new Condition(field, null, null, null, null, value, null, null, null);
    }

    public static Condition all(List<Condition> conditions) {
        return new Condition(null, null, null, null, null, null, conditions, null, null);
    }

    public static Condition any(List<Condition> conditions) {
        return new Condition(null, null, null, null, null, null, null, conditions, null);
    }

    public static Condition not(Condition condition) {
        return new Condition(null, null, null, null, null, null, null, null, condition);
    }

    /** The keys of all fields that it looks at. */
    public Stream<String> fields() {
        var within = Stream.of(
                        Stream.ofNullable(all),
                        Stream.ofNullable(any),
                        Stream.ofNullable(not).map(List::of))
                .flatMap(lists -> lists)
                .flatMap(List::stream)
                .flatMap(Condition::fields);
        return Stream.concat(Stream.ofNullable(field), within).distinct();
    }
}
