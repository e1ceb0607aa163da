package org.plenary.billing.dispute;

import static org.plenary.billing.ledger.LedgerAccount.DISPUTES;
import static org.plenary.billing.ledger.LedgerAccount.STRIPE_BALANCE;
import static org.plenary.billing.ledger.LedgerAccount.STRIPE_FEES;

import java.time.Clock;
import org.plenary.billing.checkout.PaymentRow;
import org.plenary.billing.checkout.PaymentRows;
import org.plenary.billing.ledger.Ledger;
import org.plenary.billing.ledger.LedgerAccount;
import org.plenary.billing.ledger.Movement;
import org.plenary.payments.PaymentDisputed;
import org.plenary.tenancy.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes ours what Stripe shows of a dispute, in any order and as often as it is told. Nothing is cancelled by it: whether somebody whose
 * payment is disputed may come is the organizer's to decide.
 */
@Component
class Disputing {
    private static final Logger LOG = LoggerFactory.getLogger(Disputing.class);

    private final DisputeRows disputes;
    private final PaymentRows payments;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Disputing(
            DisputeRows disputes, PaymentRows payments, Ledger ledger, ApplicationEventPublisher events, Clock clock) {
        this.disputes = disputes;
        this.payments = payments;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /** @return false when it is of no payment of ours, or of one that we do not know to be paid yet */
    @Transactional
    public boolean apply(SeenDispute seen) {
        var payment =
                seen.intent() == null ? null : payments.ofIntent(seen.intent()).orElse(null);
        if (payment == null || !payment.account().equals(seen.account())) {
            LOG.error("dispute {} on {} belongs to no payment of this tenant", seen.id(), seen.account());
            return false;
        }
        var isNew = disputes.insert(seen, payment);
        var row = disputes.lock(seen.id());
        for (var moved : seen.moved()) {
            book("dispute", seen, moved.id(), payment, DISPUTES, moved.amount());
            book(
                    "dispute_fee",
                    seen,
                    moved.id(),
                    payment,
                    STRIPE_FEES,
                    moved.fee().negated());
        }
        if (isNew) tell(row, payment, PaymentDisputed.State.OPENED);
        // what was read before the end and arrives after it changes nothing
        if (row.isClosed()) return true;
        var ends = DisputeRow.isEnd(seen.status());
        disputes.update(row, seen, ends ? clock.instant() : null);
        if (seen.status().equals("won")) tell(row, payment, PaymentDisputed.State.WON);
        if (seen.status().equals("lost")) tell(row, payment, PaymentDisputed.State.LOST);
        return true;
    }

    private void tell(DisputeRow row, PaymentRow payment, PaymentDisputed.State state) {
        events.publishEvent(new PaymentDisputed(
                Tenancy.require().id(), row.id(), payment.id(), payment.subject(), row.amount(), state));
    }

    /** What left the balance is a debit of what it went into; what came back goes the other way. */
    private void book(
            String source,
            SeenDispute seen,
            String transaction,
            PaymentRow payment,
            LedgerAccount account,
            org.joda.money.Money amount) {
        if (amount.isZero()) return;
        ledger.post(Movement.of(source, seen.id() + ":" + transaction, clock.instant(), STRIPE_BALANCE, account, amount)
                .about(payment.subject(), payment.reference()));
    }
}
