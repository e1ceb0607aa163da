package org.plenary.registration.order;

import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Changes a delegate of an order: other answers, or another person. What costs nothing more is done at once, in one commit with
 * what goes back for it; what costs more is held, and done when it is paid.
 */
@Component
class Changing {
    private final Orders orders;
    private final OrderDelegates delegates;
    private final Terms terms;
    private final Applying applying;
    private final ChangeHolds holds;

    Changing(Orders orders, OrderDelegates delegates, Terms terms, Applying applying, ChangeHolds holds) {
        this.orders = orders;
        this.delegates = delegates;
        this.terms = terms;
        this.applying = applying;
        this.holds = holds;
    }

    /** What became of a wish to change something. */
    sealed interface Outcome {
        /** There was nothing to change. */
        record Same() implements Outcome {}

        /** It is done; @param back what goes back for it */
        record Done(Money back) implements Outcome {}

        /** It waits to be paid. */
        record ToPay(UUID change, Money due) implements Outcome {}
    }

    /** What may be changed, and what that costs. */
    @Component
    record Terms(ChangeRights rights, Proposing proposing, AuditTrail audit) {}

    /** What a change would do. @param back what would go back for it */
    record Preview(Proposal proposal, Money back) {
        /** Templates call it. */
        public Money due() {
            var difference = proposal.difference();
            return difference.isPositive() ? difference : Money.zero(difference.getCurrencyUnit());
        }

        /** What does not go back of what it costs less, by the organizer's policy; templates call it. */
        public Money kept() {
            return due().minus(proposal.difference()).minus(back);
        }
    }

    /** Writes nothing; throws as {@link #change} does, but for what is sold out. */
    @Transactional
    public Preview preview(ConferenceView conference, UUID id, Proposing.Wanted wanted, boolean isStaff) {
        // Whoever asks for a file by its token has it kept: here it is only looked at.
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        var order = orders.find(id).orElseThrow(() -> new Problem.NotFound("This order"));
        var proposal = propose(conference, order, delegate(order, wanted), wanted, isStaff);
        return new Preview(proposal, applying.back(order, proposal));
    }

    /**
     * @throws Problem.InvalidInput naming everything that is wrong
     * @throws Problem.Conflict {@code order_ended}, {@code changes_closed}, {@code change_pending}, {@code pay_first},
     *     {@code has_come} or {@code sold_out}
     */
    @Transactional
    public Outcome change(ConferenceView conference, UUID id, Proposing.Wanted wanted, boolean isStaff) {
        var order = orders.lock(id).orElseThrow(() -> new Problem.NotFound("This order"));
        holds.guard(order);
        var delegate = delegate(order, wanted);
        var proposal = propose(conference, order, delegate, wanted, isStaff);
        if (isSame(delegate, proposal)) return new Outcome.Same();
        if (isStaff)
            terms.audit()
                    .record(
                            proposal.transfer() ? "delegate.transferred" : "delegate.changed",
                            order.code(),
                            Map.of("delegate", delegate.id()));
        if (!proposal.difference().isPositive()) return new Outcome.Done(applying.apply(order, delegate, proposal));
        var change = holds.hold(order, proposal, isStaff);
        return new Outcome.ToPay(change.id(), change.due());
    }

    private OrderDelegates.Delegate delegate(OrderRow order, Proposing.Wanted wanted) {
        return delegates.find(order.id(), wanted.delegate()).orElseThrow(() -> new Problem.NotFound("This delegate"));
    }

    private Proposal propose(
            ConferenceView conference,
            OrderRow order,
            OrderDelegates.Delegate delegate,
            Proposing.Wanted wanted,
            boolean isStaff) {
        terms.rights().check(conference, order, delegate, wanted, isStaff);
        holds.checkNoneWaits(order);
        var proposal = terms.proposing().propose(conference, order, delegate, wanted, isStaff);
        if (order.status() != OrderStatus.CONFIRMED && proposal.movesPlaces())
            throw new Problem.Conflict("pay_first", "What costs something can be changed once the order is paid.");
        return proposal;
    }

    private static boolean isSame(OrderDelegates.Delegate delegate, Proposal proposal) {
        return !proposal.transfer()
                && !proposal.movesPlaces()
                && delegate.fee().equals(proposal.fee())
                && delegate.answers().equals(proposal.answers())
                && delegate.name().equals(proposal.name())
                && delegate.email().equals(proposal.email());
    }
}
