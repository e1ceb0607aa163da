package org.plenary.registration.waitlist;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.plenary.kernel.Problem;
import org.plenary.registration.stock.StockTable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who waits, kept together: the rows, what the stock counts of them, and what is told of it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Queue {
    private final Entries entries;
    private final StockTable stock;
    private final WaitingEvents events;
    private final Clock clock;

    Queue(Entries entries, StockTable stock, WaitingEvents events, Clock clock) {
        this.entries = entries;
        this.stock = stock;
        this.events = events;
        this.clock = clock;
    }

    static Problem.Conflict notWaiting() {
        return new Problem.Conflict("not_waiting", "You do not wait any more.");
    }

    /** @param keys that the entry now waits for, and did not before */
    public void joined(Entry entry, Collection<String> keys) {
        events.joined(entry.conference(), entry.id());
        stock.await(entry.conference(), keys);
    }

    public void linkAsked(Entry entry) {
        events.linkAsked(entry.conference(), entry.id());
    }

    public void comeBack(Entry entry) {
        entries.comeBack(entry.id());
        joined(entry, entry.keys());
    }

    /** Those who are locked and wait do so no longer. @param isTold whether they get a mail of it */
    public void end(UUID conference, List<Entry> leaving, State state, boolean isTold) {
        entries.end(leaving.stream().map(Entry::id).toList(), state, clock.instant());
        if (isTold) leaving.forEach(entry -> events.ended(conference, entry.id()));
        var gone = new TreeMap<String, Integer>();
        leaving.forEach(entry -> entry.keys().forEach(key -> gone.merge(key, 1, Math::addExact)));
        stock.stopWaiting(conference, gone);
    }
}
