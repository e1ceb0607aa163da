package org.plenary.billing.refund;

import static org.plenary.billing.ledger.LedgerAccount.RECEIVABLES;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;
import org.joda.money.MoneyUtils;
import org.plenary.billing.checkout.MoneyToReturn;
import org.plenary.billing.checkout.PaymentMoves;
import org.plenary.billing.checkout.PaymentRow;
import org.plenary.billing.checkout.PaymentRows;
import org.plenary.billing.ledger.LedgerAccount;
import org.plenary.billing.ledger.Movement;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is owed back: written down before Stripe is asked for it, and what becomes of it when Stripe says no. */
@Component
class OwedRefunds {
    private static final Logger LOG = LoggerFactory.getLogger(OwedRefunds.class);

    private static final Set<String> UNWANTED = Set.of("late", "duplicate");

    private final RefundRows refunds;
    private final PaymentRows payments;
    private final Settling settling;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OwedRefunds(
            RefundRows refunds,
            PaymentRows payments,
            Settling settling,
            ApplicationEventPublisher events,
            Clock clock) {
        this.refunds = refunds;
        this.payments = payments;
        this.settling = settling;
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
        // what came unasked goes back whole, and of nothing else: not of what is kept, when somebody gave a part of it
        // back at Stripe
        var unwanted = paid.stream()
                .filter(row -> UNWANTED.contains(reason) && row.amount().equals(amount))
                .toList();
        var candidates = unwanted.isEmpty() ? paid : unwanted;
        var whole = candidates.stream().filter(row -> covers(row, amount)).findFirst();
        if (whole.isPresent()) add(whole.get().id(), amount, reason, key);
        else split(unwanted.isEmpty() ? paid : List.of(unwanted.getFirst()), amount, reason, key);
    }

    /**
     * What was paid in parts goes back to each of them, the newest first. What somebody gave back at Stripe meanwhile is part of what is
     * owed.
     */
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
        var gone =
                paid.stream().mapToLong(row -> refunds.madeAtStripe(row.id())).sum();
        if (rest.getAmountMinorLong() > gone)
            throw new Problem.Conflict("over_refund", "No more can be given back than was paid.");
        if (rest.isPositive()) LOG.warn("{} of {} for {} went back at Stripe before", rest, amount, key);
    }

    /** Asks for a refund that failed once more, by a new one with a key of its own. */
    @Transactional
    public boolean again(UUID failed) {
        var locked = payments.lockOne(refunds.find(failed).orElseThrow().payment());
        var row = refunds.lock(failed).orElseThrow();
        if (row.status() != RefundStatus.FAILED || !covers(locked, row.amount())) return false;
        var key = row.key() + RefundRows.AGAIN;
        if (refunds.byKey(key).isPresent()) return false;
        add(locked.id(), row.amount(), row.reason(), key);
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
        var locked = payments.lockOne(refunds.find(refund).orElseThrow().payment());
        var row = refunds.lock(refund)
                .filter(each -> each.status() == RefundStatus.PENDING)
                .orElse(null);
        if (row == null) return;
        refunds.update(refund, RefundStatus.FAILED, null, failure, clock.instant());
        settling.tell(locked, row, failure);
        rest(locked, row);
    }

    /** Of one that failed since a part went back at Stripe before it was asked for, the rest is asked for; nothing, when all of it did. */
    private void rest(PaymentRow payment, RefundRow failed) {
        var rest = free(payment);
        var missing = failed.amount().minus(rest).getAmountMinorLong();
        if (missing <= 0 || missing > refunds.madeAtStripe(payment.id())) return;
        if (rest.isPositive()) add(payment.id(), rest, failed.reason(), failed.key() + RefundRows.AGAIN);
        else refunds.update(failed.id(), RefundStatus.SETTLED, null, null, clock.instant());
    }

    /**
     * What Stripe will not give back went back another way.
     *
     * @param from the account that it left: the bank's, the cash box, or that of disputes when the payer's bank had taken it
     * @return false when it did not fail, or is settled already
     */
    @Transactional
    public boolean settle(UUID failed, LedgerAccount from) {
        var locked = payments.lockOne(refunds.find(failed).orElseThrow().payment());
        var row = refunds.lock(failed).orElseThrow();
        if (!row.status().mayBecome(RefundStatus.SETTLED)) return false;
        if (refunds.byKey(row.key() + RefundRows.AGAIN).isPresent()) return false;
        refunds.update(failed, RefundStatus.SETTLED, null, null, clock.instant());
        settling.book(Movement.of("refund_by_hand", failed.toString(), clock.instant(), RECEIVABLES, from, row.amount())
                .about(locked.subject(), locked.reference()));
        settling.gone(locked, row);
        return true;
    }
}
