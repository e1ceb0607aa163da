package org.plenary.billing.checkout;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenary.billing.connect.ConnectedAccounts;
import org.plenary.billing.stripe.StripeCalls;
import org.plenary.billing.stripe.StripeRefused;
import org.plenary.billing.stripe.StripeUnavailable;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.payments.PaymentStatus;
import org.plenary.tenancy.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The pages at Stripe on which people pay. */
@Component
class PaymentPages {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentPages.class);

    private final StripeCalls stripe;
    private final SessionParams params;
    private final Tries tries;
    private final Fulfilment fulfilment;
    private final ConnectedAccounts accounts;

    PaymentPages(
            StripeCalls stripe, SessionParams params, Tries tries, Fulfilment fulfilment, ConnectedAccounts accounts) {
        this.stripe = stripe;
        this.params = params;
        this.tries = tries;
        this.fulfilment = fulfilment;
        this.accounts = accounts;
    }

    /**
     * Opens the payment's page. When it was opened before and we did not live to note it, its key brings the same page.
     *
     * @return null when the payment was ended meanwhile
     */
    @Nullable
    String open(PaymentRow row) {
        try {
            var asked = params.of(Tenancy.require().id(), row, tries.request(row));
            var session = stripe.createSession(row.account(), asked, "payment:" + row.id() + ":" + row.attempt());
            if (tries.opened(row.id(), session.getId(), session.getUrl())) return session.getUrl();
            expire(row.account(), session.getId());
            return null;
        } catch (StripeUnavailable e) {
            LOG.warn("no page for payment {}: {}", row.id(), e.getMessage());
            // Stripe would repeat a failure that it answered with, so the next try is another payment
            if (e.isAnswered()) tries.abandon(row.id(), "provider_failed");
            throw unavailable();
        } catch (StripeRefused e) {
            throw refused(row, e);
        } catch (ArithmeticException e) {
            tries.abandon(row.id(), "amount_not_payable");
            throw notPayable();
        }
    }

    private Problem refused(PaymentRow row, StripeRefused e) {
        LOG.error("Stripe refused payment {}: {}", row.id(), e.getMessage());
        tries.abandon(row.id(), e.code().isEmpty() ? "refused" : e.code());
        if (e.code().startsWith("amount_too_")) return notPayable();
        accounts.lookAgain(row.account());
        return unavailable();
    }

    SeenSession look(String account, String session) {
        try {
            return SeenSession.of(account, stripe.session(account, session));
        } catch (StripeUnavailable | StripeRefused e) {
            LOG.warn("session {} cannot be seen: {}", session, e.getMessage());
            throw unavailable();
        }
    }

    /** A session that has ended by itself or by a payment stays as it is. */
    void expire(String account, String session) {
        try {
            // ending twice does no harm, so each try has its own key: a failure is not repeated to us
            stripe.expireSession(account, session, "expire:" + session + ":" + Ids.next());
        } catch (StripeRefused e) {
            LOG.info("session {} had ended before: {}", session, e.getMessage());
        } catch (StripeUnavailable e) {
            LOG.warn("session {} cannot be ended now: {}", session, e.getMessage());
            throw unavailable();
        }
    }

    /**
     * @throws StripeRefused when the account has no such session: asking again would not help
     * @throws StripeUnavailable when Stripe cannot be asked now
     */
    Optional<PaymentStatus> fulfil(String account, String session) {
        return fulfilment.apply(SeenSession.of(account, stripe.session(account, session)));
    }

    static Problem.Unavailable unavailable() {
        return new Problem.Unavailable(
                "payments_unavailable",
                "Card payments cannot be reached at the moment; nothing was lost, try again later.");
    }

    private static Problem.Conflict notPayable() {
        return new Problem.Conflict("amount_not_payable", "This amount cannot be paid by card.");
    }
}
