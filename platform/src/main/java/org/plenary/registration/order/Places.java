package org.plenary.registration.order;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.registration.Sellable;
import org.plenary.registration.quota.Quotas;
import org.plenary.registration.stock.StockTable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What orders use up: the stock, and the sellers' own rows beside it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Places {
    private final OrderLines lines;
    private final StockTable stock;
    private final ObjectProvider<Sellable> sellers;
    private final EntityManager entities;
    private final Holdings holdings;

    Places(
            OrderLines lines,
            StockTable stock,
            ObjectProvider<Sellable> sellers,
            EntityManager entities,
            Holdings holdings) {
        this.lines = lines;
        this.stock = stock;
        this.sellers = sellers;
        this.entities = entities;
        this.holdings = holdings;
    }

    /** What counts beside the lines of orders. */
    @Component
    record Holdings(Quotas quotas, OrderChanges changes) {}

    /** As {@link Quotas#guard}: before lines are changed, for whoever changes quotas changes lines too. */
    public void guard(OrderRow order) {
        holdings.quotas().guard(order.conference());
    }

    /** As {@link Quotas#guard}, for new orders. @return which places count in which quotas from here to the commit */
    public Quotas.Memberships guard(ConferenceView conference) {
        holdings.quotas().guard(conference.id());
        return holdings.quotas().of(conference.id());
    }

    /** Writes the sellers' own rows of a new order, for which nobody waits. */
    public void reserve(UUID order, Quote quote) {
        quote.reservations().forEach(part -> part.seller().reserve(order, part.quoted()));
    }

    /**
     * Takes all that a new order wants. Others wait from here to the commit, so nothing else is left to do then.
     *
     * @return how many are left of each key of which there are too few; the transaction is then to be rolled back
     */
    public Map<String, Integer> take(UUID conference, Quote quote) {
        prepare(conference, quote);
        return stock.take(conference, quote.takes());
    }

    /** As {@link #take}, for somebody on the waiting list, whose turn it is. @param waited all that they waited for */
    public Map<String, Integer> takeInTurn(UUID conference, Quote quote, Collection<String> waited) {
        prepare(conference, quote);
        return stock.takeInTurn(conference, quote.takes(), waited);
    }

    /** Keys that are there for this buyer only come in one statement and before the others, so that nobody waits in a circle. */
    private void prepare(UUID conference, Quote quote) {
        entities.flush();
        stock.define(conference, new TreeMap<>(quote.limits()));
    }

    /** Takes the places of an expired order again, all or none. */
    public boolean retake(OrderRow order) {
        holdings.quotas().guard(order.conference());
        return stock.take(order.conference(), lines.takes(order)).isEmpty();
    }

    public void confirm(OrderRow order) {
        sellers.forEach(seller -> seller.confirm(order.id()));
    }

    /** As {@link #confirm(OrderRow)}, for an order of which the sellers have what was quoted. */
    public void confirm(OrderRow order, Quote quote) {
        quote.reservations().forEach(part -> part.seller().confirm(order.id()));
    }

    /** Frees what the order holds, and what a change of it does that is not paid. */
    public void free(OrderRow order) {
        holdings.quotas().guard(order.conference());
        sellers.forEach(seller -> seller.release(order.id()));
        entities.flush();
        stock.free(
                order.conference(), sum(lines.takes(order), holdings.changes().held(order.id())));
    }

    /** Frees what some lines of the order hold. */
    public void free(OrderRow order, Cancellation cancellation) {
        holdings.quotas().guard(order.conference());
        sellers.forEach(seller -> seller.release(order.id(), cancellation.lineIds()));
        entities.flush();
        // Read again: they may count in other quotas since the cancellation was worked out.
        stock.free(
                order.conference(),
                sum(
                        lines.takes(order, cancellation.lineIds()),
                        holdings.changes().held(order.id())));
    }

    /** Frees what some lines of an order hold that are taken out of it. */
    public void drop(OrderRow order, Collection<UUID> ids) {
        holdings.quotas().guard(order.conference());
        var taken = lines.takes(order, ids);
        sellers.forEach(seller -> seller.drop(order.id(), ids));
        entities.flush();
        stock.free(order.conference(), taken);
    }

    /** A change that was worked out before, in the quotas of now. Under the {@link #guard}. */
    public Proposal counted(OrderRow order, Proposal proposal) {
        return proposal.countedIn(holdings.quotas().of(order.conference()));
    }

    /**
     * Takes what a change wants and frees what it leaves, both or nothing.
     *
     * @return how many are left of each key of which there are too few
     */
    public Map<String, Integer> exchange(UUID conference, Map<String, Integer> wanted, Map<String, Integer> left) {
        return stock.exchange(conference, wanted, left);
    }

    /** As {@link #exchange} for a change that waited to be paid, with what it held meanwhile. */
    public Map<String, Integer> exchangeHeld(OrderRow order, Map<String, Integer> wanted, Map<String, Integer> left) {
        return stock.exchange(
                order.conference(), wanted, sum(left, holdings.changes().held(order.id())));
    }

    /** The sellers' own rows of a change; there are none when it is of a delegate. */
    public void exchanged(OrderRow order, Proposal proposal) {
        var part = proposal.part();
        if (part == null) return;
        sellers.stream()
                .filter(seller -> seller.part().equals(part.seller()))
                .forEach(seller -> seller.exchanged(order.id(), part.kept()));
    }

    private static Map<String, Integer> sum(Map<String, Integer> one, Map<String, Integer> other) {
        var sum = new TreeMap<>(one);
        other.forEach((key, quantity) -> sum.merge(key, quantity, Math::addExact));
        return sum;
    }
}
