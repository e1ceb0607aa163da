package org.plenary.registration.waitlist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.registration.ClosedStock;
import org.plenary.registration.stock.StockTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Has those who wait for what was kept for them and is closed wait for what everybody can have, in their old place. */
@Component
class FallingBack implements ClosedStock {
    private static final Logger LOG = LoggerFactory.getLogger(FallingBack.class);
    private static final int AT_ONCE = 200;

    private final Wishing wishing;
    private final Entries entries;
    private final Queue queue;
    private final StockTable stock;
    private final TransactionTemplate transactions;

    FallingBack(Wishing wishing, Entries entries, Queue queue, StockTable stock, TransactionTemplate transactions) {
        this.wishing = wishing;
        this.entries = entries;
        this.queue = queue;
        this.stock = stock;
        this.transactions = transactions;
    }

    @Override
    public void closed(ConferenceView conference, Collection<String> keys) {
        if (keys.isEmpty()) return;
        var moved = 0;
        @Nullable Entry last = null;
        List<Entry> next;
        do {
            next = entries.waitingForAny(conference.id(), keys, last, AT_ONCE);
            for (var entry : next) if (fallBack(conference, entry)) moved++;
            if (!next.isEmpty()) last = next.getLast();
        } while (next.size() == AT_ONCE);
        if (moved > 0) LOG.info("{} entries of the waiting list of {} fell back", moved, conference.slug());
    }

    /** Priced outside of the transaction that writes it: a price that is refused would take that down. */
    private boolean fallBack(ConferenceView conference, Entry entry) {
        var wishes = new ArrayList<Wish>();
        for (var wish : entry.wishes()) {
            var now = wishing.fallenBack(conference, wish, entry.pricedOn()).orElse(wish);
            if (wishes.stream().noneMatch(other -> other.takes().equals(now.takes()))) wishes.add(now);
        }
        if (wishes.equals(entry.wishes())) return false;
        return Boolean.TRUE.equals(transactions.execute(status -> write(entry, wishes)));
    }

    private boolean write(Entry read, List<Wish> wishes) {
        var entry = entries.lock(read.conference(), read.id())
                .filter(each -> each.isWaiting() && each.version() == read.version())
                .orElse(null);
        if (entry == null) return false;
        var keys = Entry.keysOf(wishes);
        var all = new TreeSet<>(entry.keys());
        all.addAll(keys);
        var levels = stock.hold(entry.conference(), all);
        var scarce = new TreeSet<>(entry.scarce());
        scarce.retainAll(keys);
        wishes.forEach(wish -> scarce.addAll(wish.shortOf(levels)));
        entries.wish(entry.id(), wishes, scarce);
        var gone = new TreeMap<String, Integer>();
        entry.keys().stream().filter(key -> !keys.contains(key)).forEach(key -> gone.put(key, 1));
        stock.stopWaiting(entry.conference(), gone);
        keys.removeAll(entry.keys());
        queue.joined(entry, keys);
        return true;
    }
}
