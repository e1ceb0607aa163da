package org.plenary.registration.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.plenary.payments.PaymentBounced;
import org.plenary.payments.PaymentProcessing;
import org.plenary.payments.PaymentStatus;
import org.plenary.payments.Payments;
import org.plenary.tenancy.ModuleListener;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Payments that the payer's bank decides on for days, such as direct debits: the places are held as long, and the buyer is told. How the
 * payment stands counts, not the message, which may come late or twice.
 */
@Component
class SlowPayments {
    /** Stripe knows of each within 14 days (docs.stripe.com/payments/sepa-debit). */
    private static final Duration LONGEST = Duration.ofDays(15);

    private final Orders orders;
    private final OrderChanges changes;
    private final Payments payments;
    private final Told told;
    private final Clock clock;

    SlowPayments(Orders orders, OrderChanges changes, Payments payments, Told told, Clock clock) {
        this.orders = orders;
        this.changes = changes;
        this.payments = payments;
        this.told = told;
        this.clock = clock;
    }

    /** What buyers are told, and how long they have. */
    @Component
    record Told(ApplicationEventPublisher events, OrderMails mails, HoldTimes holds) {}

    @ModuleListener(id = "registration.hold-while-the-bank-decides")
    public void on(PaymentProcessing begun) {
        if (!isDeciding(begun.subject())) return;
        hold(
                begun.payment(),
                begun.subject(),
                begun.amount(),
                false,
                clock.instant().plus(LONGEST));
    }

    /** There is as much time for another try as there was for the first. */
    @ModuleListener(id = "registration.hold-for-another-payment")
    public void on(PaymentBounced bounced) {
        if (isDeciding(bounced.subject())) return;
        hold(
                bounced.payment(),
                bounced.subject(),
                bounced.amount(),
                true,
                told.holds().start().until());
    }

    private boolean isDeciding(UUID subject) {
        return payments.of(subject).stream().anyMatch(payment -> payment.status() == PaymentStatus.PROCESSING);
    }

    private void hold(UUID payment, UUID subject, Money amount, boolean bounced, Instant until) {
        var change = changes.find(subject);
        var order = orders.lock(change.map(OrderChange::order).orElse(subject)).orElse(null);
        if (order == null) return;
        var isHeld = change.isPresent() ? changes.holdUntil(subject, until) : orders.holdUntil(subject, until);
        var isOwed = change.isEmpty() && order.status() == OrderStatus.CONFIRMED;
        if (!isHeld && !isOwed) return;
        told.events()
                .publishEvent(new SlowPaymentMoved(
                        Tenancy.require().id(),
                        order.id(),
                        payment,
                        amount.getAmountMinorLong(),
                        bounced,
                        isHeld ? until : null));
    }

    @OutboundListener(id = "registration.mail-slow-payment")
    public void tell(SlowPaymentMoved moved) {
        var order = orders.find(moved.order()).orElse(null);
        if (order == null) return;
        var name = moved.bounced() ? "payment-bounced" : "payment-processing";
        var amount = Money.ofMinor(order.total().getCurrencyUnit(), moved.amountMinor());
        var model = new HashMap<String, Object>(Map.of("amount", amount));
        if (moved.until() != null) model.put("until", moved.until());
        told.mails().send(name, name + ":" + moved.payment(), order, model, List.of());
    }
}
