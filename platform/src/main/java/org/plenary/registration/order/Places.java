package org.plenary.registration.order;

import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.plenary.registration.Sellable;
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
    private final OrderChanges changes;

    Places(
            OrderLines lines,
            StockTable stock,
            ObjectProvider<Sellable> sellers,
            EntityManager entities,
            OrderChanges changes) {
        this.lines = lines;
        this.stock = stock;
        this.sellers = sellers;
        this.entities = entities;
        this.changes = changes;
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
        entities.flush();
        return stock.take(conference, quote.takes());
    }

    /** Takes the places of an expired order again, all or none. */
    public boolean retake(OrderRow order) {
        return stock.take(order.conference(), lines.takes(order)).isEmpty();
    }

    public void confirm(OrderRow order) {
        sellers.forEach(seller -> seller.confirm(order.id()));
    }

    /** Frees what the order holds, and what a change of it does that is not paid. */
    public void free(OrderRow order) {
        sellers.forEach(seller -> seller.release(order.id()));
        entities.flush();
        stock.free(order.conference(), sum(lines.takes(order), changes.held(order.id())));
    }

    /** Frees what some lines of the order hold. */
    public void free(OrderRow order, Cancellation cancellation) {
        sellers.forEach(seller -> seller.release(order.id(), cancellation.lineIds()));
        entities.flush();
        stock.free(order.conference(), sum(OrderLines.takes(cancellation.lines()), changes.held(order.id())));
    }

    /**
     * Takes what a change wants and frees what it leaves, both or nothing.
     *
     * @return how many are left of each key of which there are too few
     */
    public Map<String, Integer> exchange(UUID conference, Map<String, Integer> wanted, Map<String, Integer> left) {
        return stock.exchange(conference, wanted, left);
    }

    private static Map<String, Integer> sum(Map<String, Integer> one, Map<String, Integer> other) {
        var sum = new TreeMap<>(one);
        other.forEach((key, quantity) -> sum.merge(key, quantity, Math::addExact));
        return sum;
    }
}
