package org.plenary.billing.refund;

import com.stripe.param.RefundCreateParams;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.plenary.billing.checkout.PaymentRow;
import org.plenary.billing.checkout.PaymentRows;
import org.plenary.billing.stripe.StripeCalls;
import org.plenary.billing.stripe.StripeMoney;
import org.plenary.billing.stripe.StripeRefused;
import org.plenary.tenancy.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives money back: written down first, then asked of Stripe, then made ours. */
@Component
public class Refunding {
    private static final Logger LOG = LoggerFactory.getLogger(Refunding.class);

    private final OwedRefunds owed;
    private final Settling settling;
    private final RefundRows refunds;
    private final PaymentRows payments;
    private final StripeCalls stripe;
    private final Clock clock;

    Refunding(Written written, RefundRows refunds, PaymentRows payments, StripeCalls stripe, Clock clock) {
        this.owed = written.owed();
        this.settling = written.settling();
        this.refunds = refunds;
        this.payments = payments;
        this.stripe = stripe;
        this.clock = clock;
    }

    /** What is written of refunds before and after Stripe is asked. */
    @Component("writtenOfRefunds")
    record Written(OwedRefunds owed, Settling settling) {}

    /** The refund is safe when this returns; Stripe is asked by the event that was written with it. */
    public void refund(UUID subject, Money amount, String reason, String key) {
        owed.request(subject, amount, reason, key);
    }

    /** Refunds that have waited for so long. */
    public List<UUID> waitingFor(Duration age, int limit) {
        return refunds.pendingBefore(clock.instant().minus(age), limit);
    }

    /** Asks Stripe for the refund, or what became of it when it was asked before. */
    public void send(UUID id) {
        var refund = refunds.find(id).orElseThrow();
        if (refund.status() != RefundStatus.PENDING) return;
        var payment = payments.find(refund.payment()).orElseThrow();
        if (refund.provider() != null) {
            // Stripe has it, whoever made it, and the bank takes its time: asked again it would be another one
            look(payment.account(), refund.provider());
            return;
        }
        var intent = payment.intent();
        if (intent == null) throw new IllegalStateException("payment " + payment.id() + " was never paid");
        var seen = before(refund, payment, intent);
        if (seen.isEmpty()) seen = asked(refund, payment, intent);
        seen.ifPresent(settling::apply);
    }

    /** Stripe forgets keys after a day: look before asking again. Who cannot look does not know, and asks nothing. */
    private Optional<SeenRefund> before(RefundRow refund, PaymentRow payment, String intent) {
        if (refund.attempts() == 0) return Optional.empty();
        try {
            return stripe.patiently(() -> stripe.refundsOfIntent(payment.account(), intent)).stream()
                    .map(SeenRefund::of)
                    .filter(seen -> refund.id().equals(seen.ours()))
                    .findFirst();
        } catch (StripeRefused e) {
            if (e.code().equals("resource_missing")) return Optional.empty();
            throw e;
        }
    }

    /** Empty when Stripe will never do it. */
    private Optional<SeenRefund> asked(RefundRow refund, PaymentRow payment, String intent) {
        owed.asked(refund.id());
        try {
            return Optional.of(made(refund, payment, intent));
        } catch (StripeRefused e) {
            LOG.error("Stripe refused refund {}: {}", refund.id(), e.getMessage());
            // somebody may have given a part of it back at Stripe just now
            if (!e.code().equals("resource_missing")) lookAtAll(payment.account(), intent);
            owed.refused(refund.id(), e.getMessage() == null ? e.code() : e.getMessage());
            return Optional.empty();
        }
    }

    private SeenRefund made(RefundRow refund, PaymentRow payment, String intent) {
        var hasFee =
                stripe.patiently(() -> stripe.intent(payment.account(), intent)).getApplicationFeeAmount();
        var params = RefundCreateParams.builder()
                .setPaymentIntent(intent)
                .setAmount(StripeMoney.units(refund.amount()))
                .setReason(
                        refund.reason().equals("duplicate")
                                ? RefundCreateParams.Reason.DUPLICATE
                                : RefundCreateParams.Reason.REQUESTED_BY_CUSTOMER)
                .putMetadata("tenant", Tenancy.require().id().toString())
                .putMetadata("refund", refund.id().toString())
                .addExpand("balance_transaction");
        if (hasFee != null && hasFee > 0) params.setRefundApplicationFee(true);
        return SeenRefund.of(stripe.patiently(
                () -> stripe.createRefund(payment.account(), params.build(), "refund:" + refund.id())));
    }

    /** Asks Stripe how one refund stands. */
    public void look(String account, String refund) {
        settling.apply(SeenRefund.of(stripe.refund(account, refund)));
    }

    /** Asks Stripe for all refunds of a payment. */
    public void lookAtAll(String account, String intent) {
        for (var refund : stripe.refundsOfIntent(account, intent)) settling.apply(SeenRefund.of(refund));
    }
}
