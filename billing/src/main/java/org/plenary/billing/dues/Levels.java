package org.plenary.billing.dues;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Violations;

/**
 * When debtors are reminded, in days after something was due. None of the reminders costs them anything.
 *
 * @param first null for none at all
 * @param second null to end with the first
 * @param last null to end before it
 */
record Levels(
        @Nullable Integer first,
        @Nullable Integer second,
        @Nullable Integer last) {
    static final Levels USUAL = new Levels(3, 14, 30);
    private static final int MOST = 365;

    /** @param number from 1 on; texts go by it @param pause days after the reminder before, however late that was */
    record Level(int number, int after, int pause) {}

    List<Level> all() {
        var all = new ArrayList<Level>();
        var before = 0;
        for (var after : new Integer[] {first, second, last}) {
            if (after == null) break;
            all.add(new Level(all.size() + 1, after, after - before));
            before = after;
        }
        return all;
    }

    /** The one that follows what was sent. */
    Optional<Level> after(int sent) {
        return all().stream().filter(level -> level.number() > sent).findFirst();
    }

    void check() {
        var found = new Violations();
        check("/first", first, 0, found);
        check("/second", second, first, found);
        check("/last", last, second, found);
        found.throwIfAny();
    }

    private static void check(String pointer, @Nullable Integer days, @Nullable Integer before, Violations found) {
        if (days == null) return;
        found.check(days >= 1 && days <= MOST, pointer, "dunning_days", "From 1 to 365 days.");
        found.check(before != null && days > before, pointer, "dunning_order", "Later than the reminder before it.");
    }
}
