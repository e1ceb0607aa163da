package org.plenary.lodging.settlement;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The invoice of a hotel, and what the organizer says to its differences.
 *
 * @param verdicts by {@link Comparison.Row#key}
 * @param noShowNights how many nights the hotel may charge, by the contract, for somebody who never came; null for all that were booked
 */
record Settlement(
        List<InvoiceLine> lines,
        Map<String, Verdict> verdicts,
        @Nullable Integer noShowNights) {
    static final int MOST_NIGHTS = 60;
    static final Settlement NONE = new Settlement(List.of(), Map.of(), null);

    Settlement {
        lines = List.copyOf(lines);
        verdicts = Map.copyOf(verdicts);
    }

    /** @param note why; may be empty */
    record Verdict(Kind kind, String note) {
        enum Kind {
            ACCEPTED,
            DISPUTED;

            @JsonValue
            public String wire() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    Settlement with(List<InvoiceLine> more) {
        var all = new ArrayList<>(lines);
        all.addAll(more);
        return new Settlement(all, verdicts, noShowNights);
    }

    Settlement without(UUID line) {
        var left = lines.stream().filter(each -> !each.id().equals(line)).toList();
        return new Settlement(left, verdicts, noShowNights);
    }

    Settlement charging(@Nullable Integer nights) {
        return new Settlement(lines, verdicts, nights);
    }

    Settlement with(String key, Verdict verdict) {
        var all = new HashMap<>(verdicts);
        all.put(key, verdict);
        return new Settlement(lines, all, noShowNights);
    }
}
