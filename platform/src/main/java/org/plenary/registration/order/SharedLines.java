package org.plenary.registration.order;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Secrets;
import org.plenary.registration.Sellable;
import org.plenary.registration.SharedCosts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class SharedLines implements SharedCosts {
    private final Orders orders;
    private final OrderLines lines;
    private final Changes changes;
    private final HoldTimes holds;
    private final Later later;

    SharedLines(Orders orders, OrderLines lines, Changes changes, HoldTimes holds, Later later) {
        this.orders = orders;
        this.lines = lines;
        this.changes = changes;
        this.holds = holds;
        this.later = later;
    }

    @Component("changesOfSharedLines")
    record Changes(OrderChanges rows, ChangeHolds holds, Applying applying) {}

    /** Asked for only when it is needed: a confirmation, of which this is a part, is a part of these. */
    @Component("laterOfSharedLines")
    record Later(ObjectProvider<Paying> paying, ObjectProvider<Cancelling> cancelling) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void guard(UUID id, Collection<UUID> of) {
        var order = orders.lock(id).orElseThrow(() -> new Problem.NotFound("This order"));
        if (order.status() != OrderStatus.CONFIRMED)
            throw new Problem.Conflict("order_ended", "This order has ended; please start again.");
        if (isChanging(id, of)) changes.holds().checkNoneWaits(order);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(UUID order) {
        if (orders.lock(order).isEmpty()) throw new Problem.NotFound("This order");
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Placed place(ConferenceView conference, Payer payer, List<Sellable.Quoted> parts, Instant until) {
        var quote = new Quote(
                parts.getFirst().total().getCurrencyUnit(),
                parts.stream().map(part -> Quote.Line.of(LineKind.ROOM, part)).toList(),
                List.of(),
                List.of(),
                Map.of(),
                List.of());
        var id = Ids.next();
        var secret = Ids.secret();
        var contact = new Contact(payer.name(), payer.email(), payer.country());
        var code = orders.insert(
                id, conference.id(), contact, payer.locale(), quote, Secrets.hash(secret), holds.until(until));
        return new Placed(id, code, secret);
    }

    @Override
    public URI pay(ConferenceView conference, UUID order) {
        return later.paying().getObject().start(conference, order, null);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean move(UUID id, String part, UUID line, Sellable.Exchange rest) {
        var order = orders.lock(id).orElseThrow(() -> new Problem.NotFound("This order"));
        changes.holds().guard(order);
        if (order.status() != OrderStatus.CONFIRMED || isChanging(id, rest.removed())) return false;
        var live = lines.of(order).stream()
                .filter(each -> !each.isCancelled() && rest.removed().contains(each.id()))
                .toList();
        if (live.size() != rest.removed().size()) return false;
        var proposal = LineChanging.proposal(
                part, line, rest, live, Money.zero(order.total().getCurrencyUnit()));
        return changes.applying().move(order, changes.holds().counted(order, proposal));
    }

    private boolean isChanging(UUID order, Collection<UUID> of) {
        return changes.rows()
                .pending(order)
                .filter(change -> change.proposal().remove().stream().anyMatch(of::contains))
                .isPresent();
    }

    @Override
    public boolean end(UUID id) {
        var order = orders.find(id).orElseThrow(() -> new Problem.NotFound("This order"));
        if (order.status() == OrderStatus.CONFIRMED) return false;
        if (!order.status().isOpen()) return true;
        try {
            return later.cancelling().getObject().cancel(id, Cancelling.CancelOrder.ALL_BY_POLICY, true);
        } catch (Problem.Conflict e) {
            // Paid, or ended by somebody else, in the meantime: the next look tells.
            return false;
        }
    }

    @Override
    public Money cancel(UUID id) {
        var order = orders.find(id).orElseThrow(() -> new Problem.NotFound("This order"));
        if (order.status() != OrderStatus.CONFIRMED) return order.returning();
        later.cancelling().getObject().cancel(id, Cancelling.CancelOrder.ALL_BY_POLICY, true);
        return orders.find(id).orElseThrow().returning();
    }
}
