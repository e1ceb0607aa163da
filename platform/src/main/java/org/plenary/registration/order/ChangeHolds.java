package org.plenary.registration.order;

import java.util.Map;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.registration.policy.Policies;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Holds what a change wants until it is paid. */
@Component
class ChangeHolds {
    private final OrderChanges changes;
    private final Places places;
    private final HoldTimes holds;
    private final Policies policies;
    private final OrderEvents events;

    ChangeHolds(OrderChanges changes, Places places, HoldTimes holds, Policies policies, OrderEvents events) {
        this.changes = changes;
        this.places = places;
        this.holds = holds;
        this.policies = policies;
        this.events = events;
    }

    /** @throws Problem.Conflict {@code change_pending} when another one waits */
    void checkNoneWaits(OrderRow order) {
        if (changes.pending(order.id()).isPresent())
            throw new Problem.Conflict(
                    "change_pending", "Another change waits for its payment; pay it or drop it first.");
    }

    /** As {@link Places#guard}: before a change is worked out that is to be made. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void guard(OrderRow order) {
        places.guard(order);
    }

    /** As {@link Places#counted}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Proposal counted(OrderRow order, Proposal proposal) {
        return places.counted(order, proposal);
    }

    /**
     * @param isStaff who ordered did not ask for it then: they are told, and have as long as an approved order to pay
     * @throws Problem.Conflict {@code sold_out} naming each answer that is short
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public OrderChange hold(OrderRow order, Proposal proposal, boolean isStaff) {
        var usual = holds.start();
        var hold = isStaff
                ? holds.until(usual.from().plus(policies.of(order.conference()).untilPaid()))
                : usual;
        var change = new OrderChange(
                Ids.next(),
                order.id(),
                ChangeStatus.PENDING,
                proposal,
                proposal.difference(),
                hold.from(),
                hold.until());
        changes.insert(change);
        if (isStaff) events.changeWaits(order.id(), change.id());
        check(proposal, places.exchange(order.conference(), proposal.held(), Map.of()));
        return change;
    }

    static void check(Proposal proposal, Map<String, Integer> shortages) {
        if (shortages.isEmpty()) return;
        var takes =
                proposal.add().stream().flatMap(line -> line.takes().stream()).toList();
        throw Ordering.soldOut(takes, shortages, "Not everything is there any more; nothing was changed.");
    }
}
