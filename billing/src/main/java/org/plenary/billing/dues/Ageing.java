package org.plenary.billing.dues;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long something has been overdue, as it is commonly told apart. */
enum Ageing {
    NOT_DUE(Integer.MIN_VALUE, 0),
    UP_TO_30(1, 30),
    UP_TO_60(31, 60),
    UP_TO_90(61, 90),
    OVER_90(91, Integer.MAX_VALUE);

    private final int first;
    private final int last;

    Ageing(int first, int last) {
        this.first = first;
        this.last = last;
    }

    /** @param overdue days after the one on which it was due */
    static Ageing of(int overdue) {
        for (var each : values()) if (overdue <= each.last) return each;
        throw new IllegalStateException("the last one has no end");
    }

    static Optional<Ageing> named(@Nullable String wire) {
        for (var each : values()) if (each.wire().equals(wire)) return Optional.of(each);
        return Optional.empty();
    }

    int first() {
        return first;
    }

    int last() {
        return last;
    }

    @JsonValue
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The last part of the key of its text. */
    String key() {
        return wire().replace('_', '-');
    }
}
