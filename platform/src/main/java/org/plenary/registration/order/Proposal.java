package org.plenary.registration.order;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.joda.money.Money;
import tools.jackson.databind.JsonNode;

/**
 * How a delegate of an order is to be from now on, checked and priced by us.
 *
 * @param transfer whether it is somebody else from then on, with a ticket of their own
 * @param answers as they are kept
 * @param add lines that come to the order, at today's price
 * @param remove lines of the delegate that they take the place of
 * @param removed what the latter use up, and cost
 */
record Proposal(
        UUID delegate,
        boolean transfer,
        int formVersion,
        String name,
        String email,
        String country,
        Map<String, JsonNode> answers,
        List<Quote.Line> add,
        List<UUID> remove,
        Map<String, Integer> removed,
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

    boolean movesPlaces() {
        return !add.isEmpty() || !remove.isEmpty();
    }
}
