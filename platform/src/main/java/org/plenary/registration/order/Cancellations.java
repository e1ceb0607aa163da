package org.plenary.registration.order;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.registration.Sellable;
import org.plenary.registration.policy.Policies;
import org.plenary.registration.policy.Policy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Works out cancellations by the conference's policy. */
@Component
class Cancellations {
    private final OrderLines lines;
    private final ConferenceApi conferences;
    private final Policies policies;
    private final OrderDelegates delegates;
    private final ObjectProvider<Sellable> sellers;

    Cancellations(
            OrderLines lines,
            ConferenceApi conferences,
            Policies policies,
            OrderDelegates delegates,
            ObjectProvider<Sellable> sellers) {
        this.lines = lines;
        this.conferences = conferences;
        this.policies = policies;
        this.delegates = delegates;
        this.sellers = sellers;
    }

    /** @param wanted ids of lines; null for all that are left */
    Cancellation of(OrderRow order, @Nullable List<UUID> wanted) {
        return Cancellation.of(order, lines.of(order), wanted, policies(order));
    }

    /** The lines that are not cancelled. */
    List<OrderLines.Line> live(OrderRow order) {
        return lines.of(order).stream().filter(line -> !line.isCancelled()).toList();
    }

    /**
     * What would stay booked though nobody of the order is registered any more; empty when somebody is, or nobody was before.
     */
    List<OrderLines.Line> staying(OrderRow order, Cancellation cancellation) {
        if (cancellation.whole() || cancellation.delegates().isEmpty()) return List.of();
        var going = cancellation.lineIds();
        var left =
                live(order).stream().filter(line -> !going.contains(line.id())).toList();
        if (left.stream().anyMatch(OrderLines.Line::isFee)) return List.of();
        return left.stream()
                .filter(line -> line.delegate() == null && !line.takes().isEmpty())
                .toList();
    }

    /** Whether what is {@link #staying} may, by the word of who holds the order's link alone. */
    boolean mayStayUnregistered(OrderRow order) {
        return mayStayUnregistered(order.conference());
    }

    /** As {@link #mayStayUnregistered(OrderRow)}, of all orders of a conference. */
    boolean mayStayUnregistered(UUID conference) {
        return policies.of(conference).mayStayUnregistered();
    }

    /**
     * For those who hold the order's link.
     *
     * @param wanted ids of lines; null for all that are left
     * @throws Problem.Conflict {@code would_stay_unregistered} when rooms or tours would stay with nobody who is registered, and the
     *     organizer does not let them
     */
    void checkMayStay(OrderRow order, @Nullable List<UUID> wanted) {
        if (mayStayUnregistered(order) || staying(order, of(order, wanted)).isEmpty()) return;
        throw new Problem.Conflict(
                "would_stay_unregistered", "Rooms and tours of this order go with its registrations.");
    }

    /** What goes back, by the day. */
    List<Policy.Step> steps(ConferenceView conference) {
        return policies.of(conference.id()).steps(conference);
    }

    private LinePolicies policies(OrderRow order) {
        var conference = conferences.byId(order.conference());
        var today = policies.today(conference);
        var own = new HashMap<UUID, Integer>();
        sellers.forEach(seller -> own.putAll(seller.refundPercents(conference, order.id(), today)));
        return new LinePolicies(percent(order), own, companions(order.id()));
    }

    /** Lines that go when others go, by those others: nobody chooses them. */
    Map<UUID, UUID> companions(UUID order) {
        var companions = new HashMap<UUID, UUID>();
        sellers.forEach(seller -> companions.putAll(seller.companions(order)));
        return companions;
    }

    /**
     * What goes back for a change that costs less, as if the difference were given up: by the policy of what goes first, and all of what
     * goes with it, which nobody owes any more.
     */
    Money back(OrderRow order, Proposal proposal) {
        var part = proposal.part();
        var less = proposal.difference().negated();
        if (part == null) return Cancellation.share(less, percent(order));
        var policies = policies(order);
        var percent = policies.own().getOrDefault(part.line(), policies.percent());
        var before = lines.of(order).stream()
                .filter(line -> line.id().equals(part.line()))
                .map(OrderLines.Line::total)
                .findFirst()
                .orElseThrow();
        var cheaper = before.minus(proposal.add().getFirst().total());
        var rest = less.minus(cheaper);
        var back = rest.plus(cheaper.isPositive() ? Cancellation.share(cheaper, percent) : cheaper);
        return back.isPositive() ? back : Money.zero(back.getCurrencyUnit());
    }

    /** How much goes back today of what is cancelled. */
    int percent(OrderRow order) {
        var conference = conferences.byId(order.conference());
        return policies.of(conference.id()).refundPercent(conference, policies.today(conference));
    }

    /**
     * Whether those who hold the order's link may cancel what is confirmed: the organizer lets them, and nobody of the order
     * has come.
     */
    boolean mayWithdraw(OrderRow order) {
        return order.status() == OrderStatus.CONFIRMED && mayWithdraw(conferences.byId(order.conference()), order);
    }

    /** As {@link #mayWithdraw(OrderRow)}, of an order of this conference. */
    boolean mayWithdraw(ConferenceView conference, OrderRow order) {
        return order.status() == OrderStatus.CONFIRMED
                && policies.of(conference.id()).mayWithdraw(conference, policies.today(conference))
                && !delegates.hasCome(order.id());
    }

    /** @throws Problem.Conflict {@code not_cancellable} */
    void checkMayWithdraw(OrderRow order) {
        if (!mayWithdraw(order)) throw notCancellable();
    }

    static Problem.Conflict notCancellable() {
        return new Problem.Conflict("not_cancellable", "This order cannot be cancelled as it stands.");
    }
}
