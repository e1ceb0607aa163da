package org.plenary.registration.order;

import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes all or some lines out of a confirmed order, and owes the buyer what goes back for them. */
@Component
class Withdrawing {
    private final Orders orders;
    private final Cancellations cancellations;
    private final Ending ending;
    private final Owing owing;
    private final OrderEvents events;

    Withdrawing(Orders orders, Cancellations cancellations, Ending ending, Owing owing, OrderEvents events) {
        this.orders = orders;
        this.cancellations = cancellations;
        this.ending = ending;
        this.owing = owing;
        this.events = events;
    }

    /** @param refund what went back; @param lines how many went */
    record Done(boolean whole, Money refund, int lines) {}

    /**
     * @param wanted ids of lines; null for all that are left
     * @param asked what is to go back; null for what the policy says
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Done withdraw(UUID id, @Nullable List<UUID> wanted, @Nullable Money asked) {
        var order = confirmed(id);
        var cancellation = cancellations.of(order, wanted);
        return withdraw(order, cancellation, cancellation.refund(asked), null);
    }

    /** All of an order that was not paid in time. @param why for the buyer */
    @Transactional(propagation = Propagation.MANDATORY)
    public Done release(UUID id, String why) {
        var order = confirmed(id);
        var cancellation = cancellations.of(order, null);
        return withdraw(order, cancellation, cancellation.byPolicy(), why);
    }

    /** What was sold does not take place: all that was paid for it goes back. @param why for the buyer */
    @Transactional(propagation = Propagation.MANDATORY)
    public Done callOff(UUID id, List<UUID> wanted, String why) {
        var order = confirmed(id);
        var cancellation = cancellations.of(order, wanted);
        return withdraw(order, cancellation, cancellation.most(), why);
    }

    /**
     * All that is left of an order whose conference does not take place.
     *
     * @param inFull whether everything that was paid for it goes back, or what the policy says
     * @param key of the refund: one for this order
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Money end(OrderRow order, boolean inFull, String why, String key) {
        var isEmpty = cancellations.live(order).stream().allMatch(OrderLines.Line::isKept);
        var cancellation = isEmpty ? null : cancellations.of(order, null);
        if (cancellation == null) {
            ending.endConfirmed(order, why);
            return Money.zero(order.total().getCurrencyUnit());
        }
        var credit = owing.credit(order, inFull ? cancellation.most() : cancellation.byPolicy(), true);
        ending.endConfirmed(order, why);
        owe(order, cancellation, credit, key);
        return credit.refund();
    }

    private OrderRow confirmed(UUID id) {
        var order = orders.lock(id).orElseThrow(() -> new Problem.NotFound("This order"));
        if (order.status() != OrderStatus.CONFIRMED) throw Ending.changed();
        return order;
    }

    private Done withdraw(OrderRow order, Cancellation cancellation, Money byPolicy, @Nullable String why) {
        var credit = owing.credit(order, byPolicy, cancellation.whole());
        if (cancellation.whole()) ending.endConfirmed(order, why);
        else ending.endLines(order, cancellation);
        var document = owe(order, cancellation, credit);
        if (!cancellation.whole())
            events.linesCancelled(order.id(), cancellation.lineIds(), credit.refund(), document, why);
        return new Done(
                cancellation.whole(), credit.refund(), cancellation.lines().size());
    }

    /** The key is that of the first line: a line is cancelled once, so the refund is one too. */
    private @Nullable UUID owe(OrderRow order, Cancellation cancellation, Owing.Credit credit) {
        var first = cancellation.lineIds().getFirst();
        return owe(order, cancellation, credit, "cancellation:" + order.id() + ":" + first);
    }

    private @Nullable UUID owe(OrderRow order, Cancellation cancellation, Owing.Credit credit, String key) {
        if (credit.credited().isZero()) return null;
        owing.cancelled(order, credit, key);
        return owing.creditNote(order, cancellation.lines(), credit);
    }
}
