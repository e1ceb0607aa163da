package org.plenary.billing.reconcile;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.plenary.billing.checkout.Checkout;
import org.plenary.billing.checkout.PaymentRows;
import org.plenary.billing.dispute.Disputes;
import org.plenary.billing.refund.Refunding;
import org.plenary.billing.webhook.EventListener;
import org.plenary.billing.webhook.StripeInbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes up for messages that never came and work that was cut short. */
@Component
public class Reconciling {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciling.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration FEES_COME_WITHIN = Duration.ofDays(2);
    private static final int AT_ONCE = 100;

    private final PaymentRows payments;
    private final Money money;
    private final StripeInbox inbox;
    private final EventListener listener;
    private final Clock clock;

    Reconciling(PaymentRows payments, Money money, StripeInbox inbox, EventListener listener, Clock clock) {
        this.payments = payments;
        this.money = money;
        this.inbox = inbox;
        this.listener = listener;
        this.clock = clock;
    }

    /** What can be done about payments and refunds. */
    @Component
    record Money(Checkout checkout, Refunding refunding, Disputes disputes) {}

    /** Asks Stripe about whatever the bound tenant has waited for too long. */
    public void reconcileTenant() {
        var now = clock.instant();
        each(
                "payment",
                payments.unsettled(now.minus(PATIENCE), now.minus(FEES_COME_WITHIN), AT_ONCE),
                money.checkout()::recheck);
        each("dispute", money.disputes().unsent(PATIENCE, AT_ONCE), money.disputes()::send);
        each("refund", money.refunding().waitingFor(PATIENCE, AT_ONCE), money.refunding()::send);
    }

    /** Works off events whose listener did not get to it. */
    public void workOffEvents() {
        each("event", inbox.undoneFor(PATIENCE, AT_ONCE), listener::handle);
    }

    private static <T> void each(String what, List<T> list, Consumer<T> work) {
        for (var one : list) {
            try {
                work.accept(one);
            } catch (RuntimeException e) {
                LOG.warn("{} {} waits for the next time: {}", what, one, e.toString());
            }
        }
    }
}
