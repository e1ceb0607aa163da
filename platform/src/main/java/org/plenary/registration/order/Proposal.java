package org.plenary.registration.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.registration.Sellable;
import org.plenary.registration.quota.Quotas;
import tools.jackson.databind.JsonNode;

/**
 * How a delegate of an order is to be from now on, or something that a seller sold with it; checked and priced by us.
 *
 * @param delegate null for what a seller sold
 * @param transfer whether it is somebody else from then on, with a ticket of their own
 * @param fee key of the delegate's fee
 * @param answers as they are kept
 * @param add lines that come to the order, at today's price
 * @param remove lines of the delegate that they take the place of
 * @param worth what the latter cost
 * @param part what a seller sold; null for a delegate
 */
record Proposal(
        @Nullable UUID delegate,
        boolean transfer,
        String fee,
        int formVersion,
        String name,
        String email,
        String country,
        Map<String, JsonNode> answers,
        List<Quote.Line> add,
        List<UUID> remove,
        Money worth,
        @Nullable Part part) {

    /**
     * @param seller its {@link Sellable#part}
     * @param line that other things come in the place of
     * @param takes what the lines that go use up
     * @param kept what the seller needs again
     */
    record Part(String seller, UUID line, Map<String, Integer> takes, JsonNode kept) {}

    Proposal(
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
        this(delegate, transfer, fee, formVersion, name, email, country, answers, add, remove, worth, null);
    }

    static Proposal ofPart(Part part, List<Quote.Line> add, List<UUID> remove, Money worth) {
        return new Proposal(null, false, "", 0, "", "", "", Map.of(), add, remove, worth, part);
    }

    /** @throws IllegalStateException for what a seller sold */
    UUID whose() {
        if (delegate == null) throw new IllegalStateException("this change is of no delegate");
        return delegate;
    }

    /** What it costs more; negative when it costs less. Templates call it. */
    public Money difference() {
        return add.stream().map(Quote.Line::total).reduce(worth.negated(), Money::plus);
    }

    Map<String, Integer> added() {
        var sum = new TreeMap<String, Integer>();
        add.forEach(line -> line.takes().forEach(take -> sum.merge(take.key(), take.quantity(), Math::addExact)));
        return sum;
    }

    /**
     * What it holds until it is paid, beside what the order has: a delegate's options are all there twice, of a stay only the nights
     * that come to those there are.
     */
    Map<String, Integer> held() {
        if (part == null) return added();
        var more = new TreeMap<>(added());
        part.takes().forEach((key, quantity) -> more.merge(key, -quantity, Math::addExact));
        more.values().removeIf(quantity -> quantity <= 0);
        return more;
    }

    /** With its new lines counted in the quotas of today. */
    Proposal countedIn(Quotas.Memberships quotas) {
        var counted = add.stream().map(line -> counted(line, quotas)).toList();
        return new Proposal(
                delegate, transfer, fee, formVersion, name, email, country, answers, counted, remove, worth, part);
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

    /** Whether the line came to the order with it. */
    boolean brought(UUID line) {
        return add.stream().anyMatch(each -> each.id().equals(line));
    }

    boolean movesPlaces() {
        return !add.isEmpty() || !remove.isEmpty();
    }
}
