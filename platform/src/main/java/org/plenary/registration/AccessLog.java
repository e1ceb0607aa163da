package org.plenary.registration;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which staff saw people's data. Whoever shows it writes here first: what cannot be written down is not shown. A list costs one row,
 * however many people are in it.
 */
public interface AccessLog {
    /** How the data left us. */
    enum Way {
        PAGE,
        EXPORT,
        API
    }

    /**
     * @param what was shown, a part of the key of its name: {@code delegate}, {@code delegates}, {@code rooming-list}
     * @param subject the delegate or the order; null for a list
     * @param people how many are in it
     * @param filter what the list was narrowed to, as it stood in the address
     */
    record Seen(
            UUID conference, Way way, String what, @Nullable UUID subject, long people, String filter) {
        private static final int LONGEST_FILTER = 1000;

        public Seen {
            if (filter.length() > LONGEST_FILTER) filter = filter.substring(0, LONGEST_FILTER);
        }

        public static Seen one(UUID conference, Way way, String what, UUID subject, long people) {
            return new Seen(conference, way, what, subject, people, "");
        }

        /** @param parameters of the address; those that are null or say nothing of whom the list shows are left out */
        public static Seen list(UUID conference, Way way, String what, long people, Map<String, ?> parameters) {
            return new Seen(conference, way, what, null, people, filter(parameters));
        }

        private static String filter(Map<String, ?> parameters) {
            return parameters.entrySet().stream()
                    .filter(each ->
                            !each.getKey().startsWith("_") && !each.getKey().equals("lang"))
                    .map(each -> each.getKey() + "=" + text(each.getValue()))
                    .filter(each -> !each.endsWith("="))
                    .sorted()
                    .collect(Collectors.joining("&"));
        }

        private static String text(@Nullable Object value) {
            if (value instanceof Collection<?> many)
                return many.stream().map(String::valueOf).collect(Collectors.joining(","));
            return value == null ? "" : value.toString();
        }
    }

    /** In the caller's transaction when it has one. */
    void record(Seen seen);
}
