package org.plenary.registration.order;

import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.fulltext.DocumentsChanged;
import org.plenary.registration.OrderConfirmed;
import org.plenary.registration.OrderEnded;
import org.plenary.registration.OrderPlaced;
import org.plenary.tenancy.Quota;
import org.plenary.tenancy.QuotaUsed;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells what happened to orders of the bound tenant, and to their delegates. */
@Component
class OrderEvents {
    private final Orders orders;
    private final ApplicationEventPublisher events;

    OrderEvents(Orders orders, ApplicationEventPublisher events) {
        this.orders = orders;
        this.events = events;
    }

    void placed(UUID order) {
        events.publishEvent(new OrderPlaced(Tenancy.require().id(), order));
    }

    /** It is not certain yet: whoever looks for its delegates finds them all the same. */
    void held(Quote quote) {
        documentsChanged(quote.delegates().stream()
                .filter(delegate -> !delegate.name().isBlank())
                .map(Quote.NewDelegate::id)
                .toList());
    }

    void confirmed(OrderRow order, List<UUID> delegates) {
        documentsChanged(delegates);
        if (!delegates.isEmpty() && order.total().isPositive())
            events.publishEvent(new QuotaUsed(Tenancy.require().id(), Quota.DELEGATES, delegates));
        events.publishEvent(new OrderConfirmed(Tenancy.require().id(), order.id(), order.organization() != null));
    }

    void ended(UUID order, boolean cancelled, @Nullable String why) {
        delegatesChanged(order);
        events.publishEvent(new OrderEnded(Tenancy.require().id(), order, cancelled, why));
    }

    void linesDropped(UUID order, String why) {
        events.publishEvent(new LinesDropped(Tenancy.require().id(), order, why));
    }

    void linesCancelled(UUID order, List<UUID> lines, Money refund, @Nullable UUID creditNote, @Nullable String why) {
        delegatesChanged(order);
        events.publishEvent(
                new LinesCancelled(Tenancy.require().id(), order, lines, refund.getAmountMinorLong(), creditNote, why));
    }

    void transferAsked(UUID order, boolean reminder) {
        events.publishEvent(new TransferAsked(Tenancy.require().id(), order, reminder));
    }

    void partPaid(UUID order, UUID payment, Money amount) {
        events.publishEvent(new PartPaid(Tenancy.require().id(), order, payment, amount.getAmountMinorLong()));
    }

    void dueTold(UUID order, int position, DueTold.Kind kind) {
        events.publishEvent(new DueTold(Tenancy.require().id(), order, position, kind));
    }

    void creditMoved(UUID order, OrderCredits.Status status) {
        events.publishEvent(new CreditMoved(Tenancy.require().id(), order, status));
    }

    /** @param subject whose payment goes back: the order's own, or a change's */
    void refundOwed(UUID order, UUID subject, Money amount, String reason, String key) {
        events.publishEvent(
                new RefundOwed(Tenancy.require().id(), order, subject, amount.getAmountMinorLong(), reason, key));
    }

    void approvalMoved(UUID order, boolean approved) {
        events.publishEvent(new ApprovalMoved(Tenancy.require().id(), order, approved));
    }

    void changeWaits(UUID order, UUID change) {
        events.publishEvent(new ChangeWaits(Tenancy.require().id(), order, change));
    }

    void delegateChanged(DelegateChanged changed) {
        delegatesChanged(changed.order());
        events.publishEvent(changed);
    }

    void partChanged(PartChanged changed) {
        events.publishEvent(changed);
    }

    private void delegatesChanged(UUID order) {
        documentsChanged(orders.delegates(order));
    }

    private void documentsChanged(List<UUID> delegates) {
        if (!delegates.isEmpty())
            events.publishEvent(new DocumentsChanged(Tenancy.require().id(), "delegate", delegates));
    }
}
