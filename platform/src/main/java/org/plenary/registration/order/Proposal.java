package org.plenary.registration.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.joda.money.Money;
import org.plenary.registration.Sellable;
import org.plenary.registration.quota.Quotas;
import tools.jackson.databind.JsonNode;

/**
 * How a delegate of an order is to be from now on, checked and priced by us.
 *
 * @param transfer whether it is somebody else from then on, with a ticket of their own
 * @param fee key of the delegate's fee
 * @param answers as they are kept
 * @param add lines that come to the order, at today's price
 * @param remove lines of the delegate that they take the place of
 * @param worth what the latter cost
 */
record Proposal(
        UUID delegate,
        boolean transfer,
        String fee,
        int formVersion,
        String name,
        String email,
        String country,
        Map<String, JsonNode> answers,
        List<Quote.Line> add,
        List<UUID> remove,
        Money worth) {

    /** What it costs more; negative when it costs less. Templates call it. */
    public Money difference() {
        return add.stream().map(Quote.Line::total).reduce(worth.negated(), Money::plus);
    }

    Map<String, Integer> added() {
        var sum = new TreeMap<String, Integer>();
        add.forEach(line -> line.takes().forEach(take -> sum.merge(take.key(), take.quantity(), Math::addExact)));
        return sum;
    }

    /** With its new lines counted in the quotas of today. */
    Proposal countedIn(Quotas.Memberships quotas) {
        var counted = add.stream().map(line -> counted(line, quotas)).toList();
        return new Proposal(
                delegate, transfer, fee, formVersion, name, email, country, answers, counted, remove, worth);
    }

    private static Quote.Line counted(Quote.Line line, Quotas.Memberships quotas) {
        var takes = new ArrayList<Sellable.Take>();
        for (var take : line.takes()) {
            if (take.key().startsWith("quota:")) continue;
            takes.add(take);
            quotas.keysFor(take.key())
                    .forEach(key -> takes.add(new Sellable.Take(key, take.quantity(), take.pointer())));
        }
        return line.taking(takes);
    }

    boolean movesPlaces() {
        return !add.isEmpty() || !remove.isEmpty();
    }
}
