package org.plenary.registration.order;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes a change true: the delegate's row, the order's lines and total, its places, its document and what goes back. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Applying {
    private final Rows rows;
    private final Places places;
    private final Owing owing;
    private final Cancellations cancellations;
    private final OrderEvents events;

    Applying(Rows rows, Places places, Owing owing, Cancellations cancellations, OrderEvents events) {
        this.rows = rows;
        this.places = places;
        this.owing = owing;
        this.cancellations = cancellations;
        this.events = events;
    }

    /**
     * A change that costs nothing more.
     *
     * @param delegate null when it is of something that a seller sold
     * @return what goes back for it
     */
    public Money apply(OrderRow order, OrderDelegates.@Nullable Delegate delegate, Proposal proposal) {
        return apply(order, delegate, proposal, back(order, proposal));
    }

    /** A part that somebody else has paid: all of it goes back. @return false when not so much was paid, and nothing is done */
    public boolean move(OrderRow order, Proposal proposal) {
        var less = proposal.difference().negated();
        if (less.isNegative() || less.isGreaterThan(order.leftOfPaid())) return false;
        apply(order, null, proposal, less);
        return true;
    }

    private Money apply(OrderRow order, OrderDelegates.@Nullable Delegate delegate, Proposal proposal, Money back) {
        var credit = owing.credit(order, back, false);
        var removed = rows.write(order, delegate, proposal, credit);
        ChangeHolds.check(proposal, places.exchange(order.conference(), proposal.added(), OrderLines.takes(removed)));
        places.exchanged(order, proposal);
        var id = Ids.next();
        owing.changed(order, credit, "change:" + id);
        finish(order, proposal, id, null, credit, removed);
        return credit.refund();
    }

    /** A change that was paid for; its places are held already. */
    public void applyPaid(OrderRow order, OrderDelegates.@Nullable Delegate delegate, OrderChange paid) {
        places.guard(order);
        var proposal = places.counted(order, paid.proposal());
        var zero = Money.zero(order.total().getCurrencyUnit());
        var nothing = new Owing.Credit(zero, zero);
        var removed = rows.write(order, delegate, proposal, nothing);
        places.exchangeHeld(order, proposal.added(), OrderLines.takes(removed));
        places.exchanged(order, proposal);
        rows.applied(paid);
        finish(order, proposal, paid.id(), paid, nothing, removed);
    }

    /** What goes back for a change: by policy, and never more than is left of what was paid. */
    public Money back(OrderRow order, Proposal proposal) {
        var difference = proposal.difference();
        if (!difference.isNegative()) return Money.zero(difference.getCurrencyUnit());
        var share = cancellations.back(order, proposal);
        var left = order.leftOfPaid();
        return share.isLessThan(left) ? share : left;
    }

    private void finish(
            OrderRow order,
            Proposal proposal,
            UUID id,
            @Nullable OrderChange paid,
            Owing.Credit credit,
            List<OrderLines.Line> removed) {
        var document = owing.refunds().document(order, proposal, removed, paid, credit.credited());
        var back = credit.refund();
        var due = paid == null ? 0 : paid.due().getAmountMinorLong();
        var part = proposal.part();
        if (part != null) {
            events.partChanged(new PartChanged(
                    Tenancy.require().id(), id, order.id(), part.seller(), due, back.getAmountMinorLong(), document));
            return;
        }
        events.delegateChanged(new DelegateChanged(
                Tenancy.require().id(),
                id,
                order.id(),
                proposal.whose(),
                proposal.transfer(),
                due,
                back.getAmountMinorLong(),
                document));
    }

    /** The rows of an order that a change writes. */
    @Component
    static class Rows {
        private final Orders orders;
        private final OrderLines lines;
        private final OrderDelegates delegates;
        private final OrderChanges changes;
        private final Clock clock;

        Rows(Orders orders, OrderLines lines, OrderDelegates delegates, OrderChanges changes, Clock clock) {
            this.orders = orders;
            this.lines = lines;
            this.delegates = delegates;
            this.changes = changes;
            this.clock = clock;
        }

        /** @return the lines that go */
        List<OrderLines.Line> write(
                OrderRow order, OrderDelegates.@Nullable Delegate delegate, Proposal proposal, Owing.Credit credit) {
            var back = credit.credited();
            var removed = lines.of(order).stream()
                    .filter(line -> proposal.remove().contains(line.id()))
                    .toList();
            lines.replace(proposal.remove(), clock.instant());
            lines.append(order.id(), proposal.add());
            var difference = proposal.difference();
            var kept = difference.isNegative() ? difference.plus(back).negated() : back;
            if (kept.isPositive())
                CreditLines.kept(removed, proposal.add(), kept)
                        .forEach((rate, part) -> lines.keep(order, proposal.delegate(), part, rate));
            orders.changed(order.id(), order.total().plus(difference).plus(kept), credit.refund());
            if (delegate == null) return removed;
            delegates.change(delegate, proposal);
            if (proposal.transfer()) delegates.renewTicket(delegate, clock.instant());
            return removed;
        }

        void applied(OrderChange change) {
            changes.end(change, ChangeStatus.APPLIED, clock.instant());
        }
    }
}
