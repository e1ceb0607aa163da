package org.plenary.billing.checkout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;
import org.plenary.billing.desk.DeskMoney;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.payments.PaymentRequest;
import org.plenary.payments.PaymentStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a payment that are written down between two calls to Stripe. */
@Component
class Tries {
    /** Stripe's shortest and longest, each with room for the way there. */
    private static final Duration SHORTEST = Duration.ofMinutes(31);

    private static final Duration LONGEST = Duration.ofHours(24).minusMinutes(10);

    private final PaymentRows payments;
    private final DeskMoney desk;
    private final Json json;
    private final Clock clock;

    Tries(PaymentRows payments, DeskMoney desk, Json json, Clock clock) {
        this.payments = payments;
        this.desk = desk;
        this.json = json;
        this.clock = clock;
    }

    /** The open payment of the subject, or a new one. */
    @Transactional
    public PaymentRow openFor(PaymentRequest request, String account) {
        var all = payments.lock(request.subject());
        if (!request.isFurther() && desk.holds(request.subject()))
            throw new Problem.Conflict("paid_at_desk", "Part of this was paid at the desk; pay the rest there.");
        for (var row : all) {
            if (!request.isFurther()
                    && row.confirmed()
                    && PaymentMoves.isSettled(row.status())
                    && row.left().isPositive()) throw alreadyPaid();
            if (row.status() == PaymentStatus.PROCESSING)
                throw new Problem.Conflict("payment_processing", "The bank has not decided on the payment yet.");
            if (row.status() == PaymentStatus.OPEN) return row;
        }
        payments.insert(fresh(request, account, all.size() + 1));
        return payments.open(request.subject()).orElseThrow();
    }

    private PaymentRow fresh(PaymentRequest request, String account, int attempt) {
        var now = clock.instant();
        return new PaymentRow(
                Ids.next(),
                request.subject(),
                request.reference(),
                attempt,
                PaymentStatus.OPEN,
                request.total(),
                Money.zero(request.total().getCurrencyUnit()),
                false,
                false,
                false,
                request.isFurther(),
                account,
                null,
                null,
                null,
                json.write(request),
                expiry(request.expiresAt(), now),
                null,
                null,
                now);
    }

    private static Instant expiry(Instant asked, Instant now) {
        var earliest = now.plus(SHORTEST);
        var latest = now.plus(LONGEST);
        if (asked.isBefore(earliest)) return earliest;
        return asked.isAfter(latest) ? latest : asked;
    }

    /** False when somebody ended the payment meanwhile; its page must not be shown then. */
    @Transactional
    public boolean opened(UUID payment, String session, String url) {
        return payments.opened(payment, session, url);
    }

    @Transactional
    public void closing(UUID payment) {
        payments.closing(payment);
    }

    @Transactional
    public void declined(UUID payment, String problem) {
        payments.declined(payment, problem);
    }

    /**
     * Ends a payment whose page nobody has seen, so that nobody can pay on it.
     *
     * @return false when its page was opened after all
     */
    @Transactional
    public boolean abandon(UUID payment, String failure) {
        var subject = payments.find(payment).orElseThrow().subject();
        var row = payments.lock(subject).stream()
                .filter(r -> r.id().equals(payment))
                .findFirst()
                .orElseThrow();
        if (row.status() != PaymentStatus.OPEN) return true;
        if (row.session() != null) return false;
        payments.move(row, PaymentStatus.CLOSED, failure);
        return true;
    }

    PaymentRequest request(PaymentRow row) {
        if (row.request() == null) throw new IllegalStateException("payment " + row.id() + " has its page already");
        return json.read(row.request(), PaymentRequest.class);
    }

    static Problem.Conflict alreadyPaid() {
        return new Problem.Conflict("already_paid", "This is paid already.");
    }
}
