package org.plenary.kernel.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A page of a list on the wire. {@code next} is the cursor of the page after it, or null at the end. */
public record Page<T>(List<T> items, @Nullable String next) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAXIMUM_LIMIT = 200;

    /** A page from {@code limit + 1} rows: the extra one only tells that there is more. */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
        if (rows.size() <= limit) return new Page<>(rows, null);
        var items = rows.subList(0, limit);
        return new Page<>(List.copyOf(items), cursor.apply(items.getLast()));
    }

    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), next);
    }

    /** @throws org.plenary.kernel.Problem.InvalidInput for a limit outside 1 to 200 */
    public static int limit(@Nullable Integer asked) {
        if (asked == null) return DEFAULT_LIMIT;
        if (asked < 1 || asked > MAXIMUM_LIMIT)
            throw new org.plenary.kernel.Problem.InvalidInput("/limit", "limit", "A limit is from 1 to 200.");
        return asked;
    }
}
