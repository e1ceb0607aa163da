package org.plenary.billing.refund;

import static org.plenary.billing.ledger.LedgerAccount.PLATFORM_FEES;
import static org.plenary.billing.ledger.LedgerAccount.RECEIVABLES;
import static org.plenary.billing.ledger.LedgerAccount.STRIPE_BALANCE;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.joda.money.MoneyUtils;
import org.plenary.billing.checkout.MoneyToReturn;
import org.plenary.billing.checkout.PaymentMoves;
import org.plenary.billing.checkout.PaymentRow;
import org.plenary.billing.checkout.PaymentRows;
import org.plenary.billing.ledger.Ledger;
import org.plenary.billing.ledger.LedgerAccount;
import org.plenary.billing.ledger.Movement;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.payments.PaymentRefunded;
import org.plenary.tenancy.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is written of refunds before and after Stripe is asked. */
@Component
class Settling {
    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);

    private final RefundRows refunds;
    private final PaymentRows payments;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Settling(RefundRows refunds, PaymentRows payments, Ledger ledger, ApplicationEventPublisher events, Clock clock) {
        this.refunds = refunds;
        this.payments = payments;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /** Writes the refund down, once for its key. */
    @Transactional
    public void request(UUID subject, Money amount, String reason, String key) {
        if (!amount.isPositive()) throw new IllegalArgumentException("a refund is of something");
        var all = payments.lock(subject);
        if (refunds.byKey(key).isPresent()) return;
        var paid = all.reversed().stream()
                .filter(row -> row.confirmed() && PaymentMoves.isSettled(row.status()) && isOf(row, amount))
                .toList();
        var whole = paid.stream().filter(row -> covers(row, amount)).findFirst();
        if (whole.isPresent()) add(whole.get().id(), amount, reason, key);
        else split(paid, amount, reason, key);
    }

    /** What was paid in parts goes back to each of them, the newest first. */
    private void split(List<PaymentRow> paid, Money amount, String reason, String key) {
        var rest = amount;
        var next = key;
        for (var row : paid) {
            var part = MoneyUtils.min(free(row), rest);
            if (!part.isPositive()) continue;
            add(row.id(), part, reason, next);
            rest = rest.minus(part);
            next = key + ":part:" + row.attempt();
        }
        if (rest.isPositive()) throw new Problem.Conflict("over_refund", "No more can be given back than was paid.");
    }

    /** Asks for a refund that failed once more, by a new one with a key of its own. */
    @Transactional
    public boolean again(UUID failed) {
        var found = refunds.find(failed).orElseThrow();
        var payment = payments.find(found.payment()).orElseThrow();
        var locked = payments.lock(payment.subject()).stream()
                .filter(row -> row.id().equals(payment.id()))
                .findFirst()
                .orElseThrow();
        var row = refunds.lock(failed).orElseThrow();
        if (row.status() != RefundStatus.FAILED || !covers(locked, row.amount())) return false;
        var key = row.key() + RefundRows.AGAIN;
        if (refunds.byKey(key).isPresent()) return false;
        add(payment.id(), row.amount(), row.reason(), key);
        return true;
    }

    private boolean covers(PaymentRow row, Money amount) {
        return isOf(row, amount) && !free(row).isLessThan(amount);
    }

    private static boolean isOf(PaymentRow row, Money amount) {
        return row.amount().getCurrencyUnit().equals(amount.getCurrencyUnit());
    }

    /** Neither back nor on its way back. */
    private Money free(PaymentRow row) {
        return row.left().minus(Money.ofMinor(row.left().getCurrencyUnit(), refunds.pending(row.id())));
    }

    /** Money that is not ours goes back whole. */
    @Transactional
    public void owe(MoneyToReturn owed) {
        add(owed.payment(), owed.amount(), owed.reason(), owed.reason() + ":payment:" + owed.payment());
    }

    private void add(UUID payment, Money amount, String reason, String key) {
        var row = new RefundRow(Ids.next(), payment, key, amount, reason, RefundStatus.PENDING, null, 0);
        if (refunds.insert(row, clock.instant()))
            events.publishEvent(new RefundRequested(Tenancy.require().id(), row.id()));
    }

    @Transactional
    public void asked(UUID refund) {
        refunds.asked(refund);
    }

    /** Stripe will never do it. */
    @Transactional
    public void refused(UUID refund, String failure) {
        refunds.lock(refund)
                .filter(row -> row.status() == RefundStatus.PENDING)
                .ifPresent(row -> refunds.update(refund, RefundStatus.FAILED, null, failure, clock.instant()));
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
        var locked = payments.lock(payment.subject()).stream()
                .filter(row -> row.id().equals(payment.id()))
                .findFirst()
                .orElseThrow();
        var row = known.flatMap(r -> refunds.lock(r.id())).orElseGet(() -> foreign(locked, seen));
        if (seen.status() == row.status() || !row.status().mayBecome(seen.status())) {
            if (row.provider() == null && row.status() == RefundStatus.PENDING)
                refunds.update(row.id(), RefundStatus.PENDING, seen.id(), null, clock.instant());
            return;
        }
        refunds.update(row.id(), seen.status(), seen.id(), seen.failure(), clock.instant());
        if (seen.status() == RefundStatus.SUCCEEDED) succeeded(locked, row, seen);
        else if (row.status() == RefundStatus.SUCCEEDED) cameBack(locked, row, seen);
        else LOG.error("refund {} of payment {} failed: {}", row.id(), locked.id(), seen.failure());
    }

    /** Somebody gave money back in Stripe's own dashboard. */
    private RefundRow foreign(PaymentRow payment, SeenRefund seen) {
        var row = new RefundRow(
                Ids.next(),
                payment.id(),
                external(seen),
                seen.amount(),
                "external",
                RefundStatus.PENDING,
                seen.id(),
                1);
        refunds.insert(row, clock.instant());
        return refunds.byKey(row.key()).orElseThrow();
    }

    private static String external(SeenRefund seen) {
        return "stripe:" + seen.id();
    }

    private void succeeded(PaymentRow payment, RefundRow refund, SeenRefund seen) {
        book("refund", payment, seen.id(), RECEIVABLES, seen.amount());
        if (seen.feeBack() != null)
            book(
                    "refund_platform_fee",
                    payment,
                    seen.id(),
                    PLATFORM_FEES,
                    seen.feeBack().negated());
        payments.refunded(payment, refundedAfter(payment, refund, 1));
        if (payment.confirmed())
            events.publishEvent(
                    new PaymentRefunded(Tenancy.require().id(), payment.id(), payment.subject(), refund.amount()));
    }

    private void cameBack(PaymentRow payment, RefundRow refund, SeenRefund seen) {
        LOG.error("refund {} of payment {} failed after it had succeeded", refund.id(), payment.id());
        book("refund_failed", payment, seen.id(), RECEIVABLES, seen.amount().negated());
        payments.refunded(payment, refundedAfter(payment, refund, -1));
    }

    /** What came in unasked goes back whole, in whatever amount and currency it came. */
    private static long refundedAfter(PaymentRow payment, RefundRow refund, int sign) {
        var whole = payment.amount().getAmountMinorLong();
        if (!payment.confirmed()) return sign > 0 ? whole : 0;
        var sum =
                payment.refunded().getAmountMinorLong() + sign * refund.amount().getAmountMinorLong();
        return Math.clamp(sum, 0, whole);
    }

    private void book(String source, PaymentRow payment, String key, LedgerAccount debited, Money amount) {
        ledger.post(Movement.of(source, key, clock.instant(), debited, STRIPE_BALANCE, amount)
                .about(payment.subject(), payment.reference()));
    }
}
