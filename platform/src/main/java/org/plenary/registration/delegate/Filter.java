package org.plenary.registration.delegate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What delegates on a list are like: groups of conditions.
 *
 * @param any whether one group is enough, else all must hold
 */
record Filter(boolean any, List<Group> groups) {
    static final Filter NONE = new Filter(false, List.of());

    Filter {
        groups = List.copyOf(groups);
    }

    /** @param any whether one condition is enough, else all must hold */
    record Group(boolean any, List<Condition> conditions) {
        Group {
            conditions = List.copyOf(conditions);
        }
    }

    /** @param column the key of a {@link Column}; @param to the end of a range, both ends belong to it */
    record Condition(String column, Comparison comparison, String value, String to) {
        /** One that still waits for its value says nothing yet, and filters nothing. */
        boolean isUnfinished() {
            return comparison.takesValue() && value.isBlank() && (comparison != Comparison.BETWEEN || to.isBlank());
        }
    }

    enum Comparison {
        IS,
        IS_NOT,
        CONTAINS,
        CONTAINS_NOT,
        BETWEEN,
        ANSWERED,
        NOT_ANSWERED;

        /** The name in addresses. */
        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Comparison> of(@Nullable String wire) {
            for (var each : values()) if (each.wire().equals(wire)) return Optional.of(each);
            return Optional.empty();
        }

        boolean takesValue() {
            return this != ANSWERED && this != NOT_ANSWERED;
        }
    }

    boolean hasUnfinished() {
        return groups.stream().flatMap(group -> group.conditions().stream()).anyMatch(Condition::isUnfinished);
    }

    /** How many conditions filter. */
    int size() {
        return Math.toIntExact(groups.stream()
                .flatMap(group -> group.conditions().stream())
                .filter(condition -> !condition.isUnfinished())
                .count());
    }
}
