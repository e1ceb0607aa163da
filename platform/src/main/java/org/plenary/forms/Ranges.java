package org.plenary.forms;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenary.forms.FormDefinition.Range;
import org.plenary.kernel.Violations;

/** Limits of answers that are ordered. */
final class Ranges {
    static final int MAXIMUM_DIGITS = 30;

    private Ranges() {}

    static <T extends Comparable<? super T>> boolean isWithin(
            @Nullable Range range, T value, Function<String, T> reading, String at, Violations found) {
        if (range == null) return true;
        var from = range.from();
        if (from != null && value.compareTo(reading.apply(from)) < 0) {
            found.add(at, "below_range", "Not before or below " + from + ".", Map.of("from", from));
            return false;
        }
        var to = range.to();
        if (to == null || value.compareTo(reading.apply(to)) <= 0) return true;
        found.add(at, "above_range", "Not after or above " + to + ".", Map.of("to", to));
        return false;
    }
}
