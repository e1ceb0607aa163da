package org.plenary.papers.call;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Finds the deadlines that a change of the call moves to a later day (CFP-04). */
final class Extensions {
    private static final int KEPT = 50;

    private Extensions() {}

    static List<Extension> between(Call before, Call after, Instant now) {
        var found = new ArrayList<Extension>();
        for (var round : after.rounds())
            before.until(round.stage())
                    .filter(old -> round.deadline().instant().isAfter(old.instant()))
                    .ifPresent(old -> found.add(new Extension(round.stage(), old, round.deadline(), now)));
        return found;
    }

    /** Those of before and the new ones; the oldest are forgotten. */
    static List<Extension> joined(List<Extension> before, List<Extension> found) {
        var all = new ArrayList<>(before);
        all.addAll(found);
        return all.subList(Math.max(0, all.size() - KEPT), all.size());
    }
}
