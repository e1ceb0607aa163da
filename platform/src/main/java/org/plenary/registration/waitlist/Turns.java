package org.plenary.registration.waitlist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.registration.stock.StockTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks through waiting lists, the first in turn first, and offers what is free to each whom it fits as a whole. What nobody
 * could use is then there for everybody. One look at a time in each conference.
 */
@Component
class Turns {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final int AT_ONCE = 200;

    private final WaitingLists lists;
    private final Entries entries;
    private final Offering offering;
    private final StockTable stock;
    private final ConferenceApi conferences;

    Turns(WaitingLists lists, Entries entries, Offering offering, StockTable stock, ConferenceApi conferences) {
        this.lists = lists;
        this.entries = entries;
        this.offering = offering;
        this.stock = stock;
        this.conferences = conferences;
    }

    /** Looks through the list until nothing is new, or leaves it to whoever does so now. Holds no transaction. */
    void run(UUID conference) {
        lists.ask(conference);
        var token = Ids.next();
        try {
            var asked = lists.begin(conference, token);
            while (asked.isPresent()) {
                look(conferences.byId(conference), token);
                if (lists.finish(conference, token, asked.get())) return;
                asked = lists.begin(conference, token);
            }
        } catch (RuntimeException e) {
            lists.abandon(conference, token);
            throw e;
        }
    }

    /** What is withheld is counted before what is free is read: what comes in between is looked at, and kept for the next time. */
    private void look(ConferenceView conference, UUID token) {
        var settings = lists.settings(conference.id());
        if (!conference.isOpen() || !settings.isOpen()) return;
        var seen = stock.withheldEver(conference.id());
        if (seen.isEmpty()) return;
        var left = new HashMap<String, @Nullable Integer>();
        stock.levels(conference.id(), seen.keySet()).forEach((key, level) -> left.put(key, level.leftInTurn()));
        var offered = 0;
        @Nullable Entry last = null;
        List<Entry> next;
        do {
            if (!lists.renew(conference.id(), token)) return;
            next = entries.inTurn(conference.id(), gone(left), last, AT_ONCE);
            for (var entry : next) if (offer(conference, entry, left, token)) offered++;
            if (!next.isEmpty()) last = next.getLast();
        } while (next.size() == AT_ONCE);
        if (!lists.renew(conference.id(), token)) return;
        stock.release(conference.id(), seen);
        if (offered > 0) LOG.info("{} entries of the waiting list of {} got an offer", offered, conference.slug());
    }

    private static List<String> gone(Map<String, @Nullable Integer> left) {
        return left.entrySet().stream()
                .filter(each -> each.getValue() != null && each.getValue() == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean offer(ConferenceView conference, Entry entry, Map<String, @Nullable Integer> left, UUID token) {
        for (var number = 0; number < entry.wishes().size(); number++) {
            var wish = entry.wishes().get(number);
            if (!wish.fits(left)) continue;
            try {
                var outcome = offering.offer(conference, entry.id(), number, token);
                if (outcome == Offering.Outcome.OFFERED) subtract(left, wish);
                return outcome == Offering.Outcome.OFFERED;
            } catch (Problem.Conflict e) {
                if (e.code().equals("sold_out")) refresh(conference, left, wish);
                else entries.trouble(entry.id(), e.code());
            } catch (Problem.InvalidInput e) {
                entries.trouble(entry.id(), e.violations().getFirst().code());
            }
        }
        return false;
    }

    private static void subtract(Map<String, @Nullable Integer> left, Wish wish) {
        wish.takes().forEach((key, quantity) -> {
            var before = left.get(key);
            if (before != null) left.put(key, Math.max(0, before - quantity));
        });
    }

    /** Somebody else took of it: no more is offered than is there, nor anything that came after this look began. */
    private void refresh(ConferenceView conference, Map<String, @Nullable Integer> left, Wish wish) {
        stock.levels(conference.id(), wish.takes().keySet()).forEach((key, level) -> {
            var before = left.get(key);
            var now = level.leftInTurn();
            if (before != null && now != null) left.put(key, Math.min(before, now));
        });
    }
}
