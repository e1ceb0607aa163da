package org.plenary.registration.order;

import java.util.function.Predicate;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.registration.policy.Policies;
import org.springframework.stereotype.Component;

/** What may be changed of delegates now, and by whom. */
@Component
class ChangeRights {
    private final Policies policies;

    ChangeRights(Policies policies) {
        this.policies = policies;
    }

    /** The people of a group change what they said by links of their own, and the group's page gives their places to others. */
    private static boolean isBuyersToChange(OrderRow order) {
        return order.organization() == null;
    }

    boolean mayEdit(ConferenceView conference, OrderRow order) {
        return order.status().isLive()
                && isBuyersToChange(order)
                && policies.of(conference.id()).mayEdit(conference, policies.today(conference));
    }

    boolean mayTransfer(ConferenceView conference, OrderRow order) {
        return order.status() == OrderStatus.CONFIRMED
                && isBuyersToChange(order)
                && policies.of(conference.id()).mayTransfer(conference, policies.today(conference));
    }

    /** Whether who holds the link may choose another fee for a delegate. */
    boolean mayChangeFee(ConferenceView conference, OrderRow order) {
        return order.status() == OrderStatus.CONFIRMED
                && isBuyersToChange(order)
                && policies.of(conference.id()).mayChangeFee(conference, policies.today(conference));
    }

    /** Whether a fee is one that people change to by themselves. */
    Predicate<String> isFree(ConferenceView conference) {
        return policies.of(conference.id())::isFree;
    }

    /**
     * @param isStaff staff change things after the last day, too
     * @throws Problem.Conflict {@code order_ended}, {@code changes_closed} or {@code has_come}
     */
    void check(
            ConferenceView conference,
            OrderRow order,
            OrderDelegates.Delegate delegate,
            Proposing.Wanted wanted,
            boolean isStaff) {
        var isTransfer = wanted.person() != null;
        if (!order.status().isLive() || !delegate.isLive())
            throw new Problem.Conflict("order_ended", "This order has ended; please start again.");
        if (isTransfer && order.status() != OrderStatus.CONFIRMED)
            throw new Problem.Conflict("not_paid_yet", "A place can be passed on once it is paid.");
        if (isTransfer && delegate.hasCome())
            throw new Problem.Conflict("has_come", "This person has been let in already.");
        var fee = wanted.otherFee(delegate);
        if (fee != null && !isStaff) checkFee(conference, order, fee);
        var isOpen = isTransfer ? mayTransfer(conference, order) : mayEdit(conference, order);
        if (!isStaff && !isOpen)
            throw new Problem.Conflict("changes_closed", "The last day for this has passed; please ask the organizer.");
    }

    private void checkFee(ConferenceView conference, OrderRow order, String fee) {
        if (!mayChangeFee(conference, order))
            throw new Problem.Conflict("fee_fixed", "Another fee is chosen by the organizer only; please ask.");
        if (!isFree(conference).test(fee))
            throw new Problem.InvalidInput("/fee", "fee_by_staff", "The organizer decides who has this fee.");
    }
}
