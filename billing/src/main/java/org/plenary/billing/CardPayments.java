package org.plenary.billing;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.plenary.billing.checkout.Checkout;
import org.plenary.billing.checkout.PaymentRows;
import org.plenary.billing.refund.Refunding;
import org.plenary.kernel.Problem;
import org.plenary.payments.PaymentRequest;
import org.plenary.payments.Payments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes money by Stripe. */
@Component
class CardPayments implements Payments {
    private static final Logger LOG = LoggerFactory.getLogger(CardPayments.class);

    private final Checkout checkout;
    private final Refunding refunding;
    private final PaymentRows payments;

    CardPayments(Checkout checkout, Refunding refunding, PaymentRows payments) {
        this.checkout = checkout;
        this.refunding = refunding;
        this.payments = payments;
    }

    @Override
    public URI start(PaymentRequest request) {
        return checkout.start(request);
    }

    @Override
    public boolean close(UUID subject) {
        return checkout.close(subject);
    }

    @Override
    public void refresh(UUID subject) {
        try {
            checkout.refresh(subject);
        } catch (Problem.Unavailable e) {
            LOG.info("{} is not refreshed now, its message will come: {}", subject, e.detail());
        }
    }

    @Override
    public void refund(UUID subject, Money amount, String reason, String key) {
        refunding.refund(subject, amount, reason, key);
    }

    @Override
    public List<Payment> of(UUID subject) {
        return payments.of(subject).stream()
                .map(row -> new Payment(
                        row.id(),
                        row.status(),
                        row.amount(),
                        row.refunded(),
                        row.paidWith(),
                        row.failure(),
                        row.createdAt()))
                .toList();
    }
}
