package org.plenary.lodging.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.lodging.tour.OperatorLists.Entry;

/**
 * What is different between two lists of participants.
 *
 * @param entry as it is now; as it was, for one that is gone
 * @param before as it was, for one that is different now; null otherwise
 */
record ListChange(Kind kind, Entry entry, @Nullable Entry before) {
    enum Kind {
        ADDED,
        CHANGED,
        GONE;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static List<ListChange> between(List<Entry> before, List<Entry> now) {
        var old = before.stream().collect(Collectors.toMap(Entry::code, Function.identity()));
        var codes = now.stream().map(Entry::code).collect(Collectors.toSet());
        var changes = new ArrayList<ListChange>();
        for (var entry : now) {
            var was = old.get(entry.code());
            if (was == null) changes.add(new ListChange(Kind.ADDED, entry, null));
            else if (!was.equals(entry)) changes.add(new ListChange(Kind.CHANGED, entry, was));
        }
        before.stream()
                .filter(entry -> !codes.contains(entry.code()))
                .forEach(entry -> changes.add(new ListChange(Kind.GONE, entry, null)));
        return changes;
    }
}
