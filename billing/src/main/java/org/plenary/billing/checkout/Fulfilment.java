package org.plenary.billing.checkout;

import static org.plenary.billing.ledger.LedgerAccount.PLATFORM_FEES;
import static org.plenary.billing.ledger.LedgerAccount.RECEIVABLES;
import static org.plenary.billing.ledger.LedgerAccount.STRIPE_BALANCE;
import static org.plenary.billing.ledger.LedgerAccount.STRIPE_FEES;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.billing.connect.ForeignTenant;
import org.plenary.billing.ledger.Ledger;
import org.plenary.billing.ledger.LedgerAccount;
import org.plenary.billing.ledger.Movement;
import org.plenary.billing.stripe.StripeMoney;
import org.plenary.payments.PaymentFailed;
import org.plenary.payments.PaymentReceived;
import org.plenary.payments.PaymentStatus;
import org.plenary.tenancy.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one place where what Stripe shows becomes ours. Whoever learns of a session brings it here, in any order and as often
 * as they like: the state counts, not the message.
 */
@Component
class Fulfilment {
    private static final Logger LOG = LoggerFactory.getLogger(Fulfilment.class);

    private final PaymentRows payments;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Fulfilment(PaymentRows payments, Ledger ledger, ApplicationEventPublisher events, Clock clock) {
        this.payments = payments;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /** @return how the payment stands now; empty when the session is none of the bound tenant's */
    @Transactional
    public Optional<PaymentStatus> apply(SeenSession seen) {
        ForeignTenant.refuse(seen.id(), seen.tenant());
        var found = seen.payment() == null ? Optional.<PaymentRow>empty() : payments.find(seen.payment());
        if (found.isEmpty() || !isOurs(found.get(), seen)) {
            LOG.error(
                    "session {} on {} belongs to no payment of this tenant; nothing was done",
                    seen.id(),
                    seen.account());
            return Optional.empty();
        }
        var all = payments.lock(found.get().subject());
        var row = all.stream()
                .filter(r -> r.id().equals(seen.payment()))
                .findFirst()
                .orElseThrow();
        switch (seen.state()) {
            case OPEN -> open(row, seen);
            case PROCESSING -> processing(row);
            case PAID -> paid(row, all, seen);
            case FAILED -> ended(row, PaymentStatus.FAILED, seen);
            case EXPIRED -> ended(row, PaymentStatus.CLOSED, seen);
        }
        return payments.find(row.id()).map(PaymentRow::status);
    }

    private static boolean isOurs(PaymentRow row, SeenSession seen) {
        return Tenancy.require().id().toString().equals(seen.tenant())
                && row.account().equals(seen.account())
                && (row.session() == null || row.session().equals(seen.id()));
    }

    /** A declined card is no end: the payer may try another one on the same page. */
    private void open(PaymentRow row, SeenSession seen) {
        if (seen.problem() != null) payments.declined(row.id(), seen.problem());
    }

    private void processing(PaymentRow row) {
        if (row.status() == PaymentStatus.OPEN) payments.move(row, PaymentStatus.PROCESSING, null);
    }

    private void ended(PaymentRow row, PaymentStatus end, SeenSession seen) {
        if (row.status() != PaymentStatus.OPEN && row.status() != PaymentStatus.PROCESSING) return;
        payments.move(row, end, seen.problem());
        if (!row.closing())
            events.publishEvent(new PaymentFailed(Tenancy.require().id(), row.id(), row.subject(), row.amount()));
    }

    private void paid(PaymentRow row, List<PaymentRow> all, SeenSession seen) {
        if (!PaymentMoves.isSettled(row.status())) receive(row, all, seen);
        if (!row.feeBooked() && seen.fees() != null) {
            book("stripe_fee", row, STRIPE_FEES, STRIPE_BALANCE, seen.fees().stripe());
            book("platform_fee", row, PLATFORM_FEES, STRIPE_BALANCE, seen.fees().platform());
            payments.feeBooked(row.id());
        }
    }

    private void receive(PaymentRow row, List<PaymentRow> all, SeenSession seen) {
        var tenant = Tenancy.require().id();
        var received = StripeMoney.money(seen.amount(), seen.currency());
        var unwanted = unwanted(row, all, seen);
        payments.paid(row, seen, unwanted == null, unwanted, clock.instant());
        book("payment", row, STRIPE_BALANCE, RECEIVABLES, received);
        if (unwanted == null) {
            events.publishEvent(new PaymentReceived(tenant, row.id(), row.subject(), row.amount()));
        } else {
            LOG.error("payment {} of {} goes back: {}", row.id(), row.subject(), unwanted);
            events.publishEvent(new MoneyToReturn(tenant, row.id(), received, unwanted));
        }
    }

    /** Why money that came in is not for us to keep, or null. Whether a further payment is too much knows who sells. */
    private static @Nullable String unwanted(PaymentRow row, List<PaymentRow> all, SeenSession seen) {
        var isAsAsked = seen.currency().equals(StripeMoney.code(row.amount()))
                && seen.amount() == StripeMoney.units(row.amount());
        if (!isAsAsked) return "amount_mismatch";
        if (row.further()) return null;
        var isPaidAlready = all.stream()
                .anyMatch(other -> !other.id().equals(row.id())
                        && other.confirmed()
                        && PaymentMoves.isSettled(other.status())
                        && other.left().isPositive());
        return isPaidAlready ? "duplicate" : null;
    }

    private void book(String source, PaymentRow row, LedgerAccount debited, LedgerAccount credited, Money amount) {
        if (amount.isZero()) return;
        ledger.post(Movement.of(source, row.id().toString(), clock.instant(), debited, credited, amount)
                .about(row.subject(), row.reference()));
    }
}
