package org.plenary.registration;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plenary.fulltext.FoundKind.Asked;
import org.plenary.fulltext.FoundKind.Shown;
import org.plenary.identity.Callers;
import org.plenary.identity.RateLimits;
import org.plenary.kernel.Problem;
import org.plenary.registration.AccessLog.Seen;
import org.plenary.registration.AccessLog.Way;
import org.springframework.stereotype.Component;

/**
 * Writes down who found people by the box in the head of the pages. A page of results is one entry for each conference whose people are on
 * it. While somebody types, only names and what tells them apart are shown, and a quarter of an hour of it is one entry: one for each key
 * would bury the log.
 */
@Component
public class FoundPeople {
    private static final Duration ONE_ENTRY = Duration.ofMinutes(15);

    private final AccessLog log;
    private final RateLimits limits;
    private final Callers callers;

    FoundPeople(AccessLog log, RateLimits limits, Callers callers) {
        this.log = log;
        this.limits = limits;
        this.callers = callers;
    }

    /** Gives back what is shown, after writing it down. @param kind of what names people */
    public List<Shown> recorded(String kind, List<Shown> shown, Asked asked) {
        counts(shown).forEach((conference, people) -> {
            if (!asked.isTyping() || isFirst(kind, conference))
                log.record(Seen.list(
                        conference,
                        Way.PAGE,
                        "found-" + kind,
                        people,
                        asked.isTyping() ? Map.of() : Map.of("q", asked.text())));
        });
        return shown;
    }

    private static Map<UUID, Integer> counts(Collection<Shown> shown) {
        var counts = new LinkedHashMap<UUID, Integer>();
        shown.forEach(each -> counts.merge(each.conference(), 1, Integer::sum));
        return counts;
    }

    private boolean isFirst(String kind, UUID conference) {
        try {
            limits.take("found-" + kind + ":" + callers.current().id() + ":" + conference, 1, ONE_ENTRY);
            return true;
        } catch (Problem.TooMany e) {
            return false;
        }
    }
}
