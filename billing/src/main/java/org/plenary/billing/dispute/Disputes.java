package org.plenary.billing.dispute;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.billing.connect.ForeignTenant;
import org.plenary.billing.stripe.StripeDisputes;
import org.plenary.kernel.Problem;
import org.springframework.stereotype.Component;

/** Looks at disputes at Stripe and answers them. Holds no transaction: an answer is written down before Stripe hears it. */
@Component
public class Disputes {
    private final StripeDisputes stripe;
    private final Disputing disputing;
    private final DisputeRows rows;
    private final Evidence evidence;
    private final Clock clock;

    Disputes(StripeDisputes stripe, Disputing disputing, DisputeRows rows, Evidence evidence, Clock clock) {
        this.stripe = stripe;
        this.disputing = disputing;
        this.rows = rows;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** Asks Stripe how a dispute stands, and makes that ours. False when it is of no payment of ours. */
    public boolean look(String account, String id) {
        var seen = stripe.dispute(account, id);
        ForeignTenant.refuse(id, seen.getMetadata());
        return disputing.apply(SeenDispute.of(account, seen));
    }

    /**
     * Writes down what the payer's bank is answered: what is known with the organizer's own words, or that it may have the money. It can be
     * done once.
     *
     * @throws Problem.Conflict {@code dispute_answered}
     */
    void decide(UUID id, String answer, @Nullable String ownWords, String by) {
        if (!rows.answer(id, answer, ownWords, by, clock.instant()))
            throw new Problem.Conflict("dispute_answered", "This dispute was answered already, or its time is over.");
    }

    /** The payment intent that a dispute is of; null when it is of none. */
    public @Nullable String intentOf(String account, String id) {
        return stripe.dispute(account, id).getPaymentIntent();
    }

    public List<UUID> unsent(Duration age, int limit) {
        return rows.unsent(clock.instant().minus(age), limit);
    }

    /** Tells Stripe what was written down; repeats safely. */
    public void send(UUID id) {
        var row = rows.find(id).orElseThrow(() -> new Problem.NotFound("This dispute"));
        if (row.answer() == null || row.isClosed()) return;
        var key = "dispute:" + row.id() + ":" + row.answer();
        if (row.answer().equals(DisputeRow.ACCEPTED)) stripe.close(row.account(), row.stripeId(), key);
        else stripe.answer(row.account(), row.stripeId(), evidence.params(row), key);
        look(row.account(), row.stripeId());
    }
}
