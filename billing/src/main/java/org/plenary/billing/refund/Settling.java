package org.plenary.billing.refund;

import static org.plenary.billing.ledger.LedgerAccount.PLATFORM_FEES;
import static org.plenary.billing.ledger.LedgerAccount.RECEIVABLES;
import static org.plenary.billing.ledger.LedgerAccount.STRIPE_BALANCE;

import java.time.Clock;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.billing.checkout.PaymentRow;
import org.plenary.billing.checkout.PaymentRows;
import org.plenary.billing.ledger.Exchange;
import org.plenary.billing.ledger.Ledger;
import org.plenary.billing.ledger.LedgerAccount;
import org.plenary.billing.ledger.Movement;
import org.plenary.kernel.Ids;
import org.plenary.payments.PaymentRefunded;
import org.plenary.payments.RefundFailed;
import org.plenary.tenancy.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes ours what Stripe shows of refunds, in any order and as often as it is told. */
@Component
class Settling {
    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);

    private final RefundRows refunds;
    private final PaymentRows payments;
    private final Ledger ledger;
    private final Exchange exchange;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Settling(RefundRows refunds, PaymentRows payments, Booking booking, ApplicationEventPublisher events, Clock clock) {
        this.refunds = refunds;
        this.payments = payments;
        this.ledger = booking.ledger();
        this.exchange = booking.exchange();
        this.events = events;
        this.clock = clock;
    }

    @Component("bookingOfRefunds")
    record Booking(Ledger ledger, Exchange exchange) {}

    void tell(PaymentRow payment, RefundRow refund, @Nullable String failure) {
        LOG.error("refund {} of payment {} failed: {}", refund.id(), payment.id(), failure);
        events.publishEvent(
                new RefundFailed(Tenancy.require().id(), refund.id(), payment.subject(), refund.amount(), failure));
    }

    /** Makes ours what Stripe shows of a refund, whoever made it. */
    @Transactional
    public void apply(SeenRefund seen) {
        var known = seen.ours() == null ? refunds.byKey(external(seen)) : refunds.find(seen.ours());
        var payment = known.map(RefundRow::payment)
                .flatMap(payments::find)
                .or(() -> seen.intent() == null ? java.util.Optional.empty() : payments.ofIntent(seen.intent()))
                .orElse(null);
        if (payment == null) {
            LOG.error("refund {} belongs to no payment of this tenant; nothing was done", seen.id());
            return;
        }
        var locked = payments.lockOne(payment.id());
        var row = known.flatMap(r -> refunds.lock(r.id())).orElseGet(() -> foreign(locked, seen));
        // it leaves the balance when it is asked for, however long the bank takes
        left(locked, seen);
        if (seen.status() == row.status() || !row.status().mayBecome(seen.status())) {
            if (row.provider() == null && row.status() == RefundStatus.PENDING)
                refunds.update(row.id(), RefundStatus.PENDING, seen.id(), null, clock.instant());
            return;
        }
        refunds.update(row.id(), seen.status(), seen.id(), seen.failure(), clock.instant());
        if (seen.status() == RefundStatus.SUCCEEDED) gone(locked, row);
        else cameBack(locked, row, seen);
        if (seen.status() == RefundStatus.FAILED) tell(locked, row, seen.failure());
    }

    /** Somebody gave money back in Stripe's own dashboard. */
    private RefundRow foreign(PaymentRow payment, SeenRefund seen) {
        var row = new RefundRow(
                Ids.next(),
                payment.id(),
                external(seen),
                seen.amount(),
                RefundRows.EXTERNAL,
                RefundStatus.PENDING,
                seen.id(),
                1);
        refunds.insert(row, clock.instant());
        return refunds.byKey(row.key()).orElseThrow();
    }

    private static String external(SeenRefund seen) {
        return "stripe:" + seen.id();
    }

    private void left(PaymentRow payment, SeenRefund seen) {
        book("refund", payment, seen.id(), RECEIVABLES, seen.amount());
        if (seen.settled() != null) exchange(payment, seen.id(), seen.amount().negated(), seen.settled());
        if (seen.feeBack() != null)
            book(
                    "refund_platform_fee",
                    payment,
                    seen.id(),
                    PLATFORM_FEES,
                    seen.feeBack().negated());
    }

    void gone(PaymentRow payment, RefundRow refund) {
        payments.refunded(payment, refundedAfter(payment, refund, 1));
        if (payment.confirmed())
            events.publishEvent(new PaymentRefunded(
                    Tenancy.require().id(), payment.id(), payment.subject(), refund.amount(), refund.id()));
    }

    private void cameBack(PaymentRow payment, RefundRow refund, SeenRefund seen) {
        book("refund_failed", payment, seen.id(), RECEIVABLES, seen.amount().negated());
        if (seen.cameBack() != null) exchange(payment, seen.id() + ":failed", seen.amount(), seen.cameBack());
        if (refund.status() == RefundStatus.SUCCEEDED) payments.refunded(payment, refundedAfter(payment, refund, -1));
    }

    private void exchange(PaymentRow payment, String key, Money paid, Money settled) {
        exchange.book(key, clock.instant(), paid, settled, payment.subject(), payment.reference());
    }

    /** What came in unasked goes back whole, in whatever amount and currency it came. */
    private static long refundedAfter(PaymentRow payment, RefundRow refund, int sign) {
        var whole = payment.amount().getAmountMinorLong();
        if (!payment.confirmed()) return sign > 0 ? whole : 0;
        var sum =
                payment.refunded().getAmountMinorLong() + sign * refund.amount().getAmountMinorLong();
        return Math.clamp(sum, 0, whole);
    }

    void book(Movement movement) {
        ledger.post(movement);
    }

    private void book(String source, PaymentRow payment, String key, LedgerAccount debited, Money amount) {
        ledger.post(Movement.of(source, key, clock.instant(), debited, STRIPE_BALANCE, amount)
                .about(payment.subject(), payment.reference()));
    }
}
