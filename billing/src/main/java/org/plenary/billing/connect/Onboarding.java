package org.plenary.billing.connect;

import java.net.URI;
import java.util.Map;
import org.plenary.billing.stripe.StripeCalls;
import org.plenary.billing.stripe.StripeRefused;
import org.plenary.billing.stripe.StripeUnavailable;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Leads an organization to the page at Stripe on which it tells who it is, and looks what became of it. */
@Component
class Onboarding {
    private static final Logger LOG = LoggerFactory.getLogger(Onboarding.class);

    private final ConnectedAccounts accounts;
    private final StripeCalls stripe;
    private final Urls urls;
    private final AuditTrail audit;
    private final TransactionOperations transactions;

    Onboarding(
            ConnectedAccounts accounts,
            StripeCalls stripe,
            Urls urls,
            AuditTrail audit,
            TransactionOperations transactions) {
        this.accounts = accounts;
        this.stripe = stripe;
        this.urls = urls;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * A page that is good for one visit.
     *
     * @throws Problem.Unavailable {@code payments_unavailable}
     */
    URI start() {
        var tenant = Tenancy.require();
        try {
            var account = accounts.create(tenant);
            var link = stripe.accountLink(
                    account.id(),
                    urls.tenant(tenant, PaymentsPages.PATH + "/expired"),
                    urls.tenant(tenant, PaymentsPages.PATH + "/return"),
                    "account-link:" + Ids.next());
            transactions.executeWithoutResult(status ->
                    audit.record("payments.onboarding-opened", account.id(), Map.of("standing", account.standing())));
            return URI.create(link);
        } catch (StripeUnavailable | StripeRefused e) {
            LOG.warn("no onboarding of {} now: {}", tenant.slug(), e.getMessage());
            throw new Problem.Unavailable("payments_unavailable", "Stripe cannot be reached now; try again later.");
        }
    }

    /** What Stripe shows now; as it was known when Stripe cannot be asked. */
    void look() {
        accounts.of(Tenancy.require().id()).ifPresent(account -> {
            try {
                accounts.refresh(account.id());
            } catch (StripeUnavailable | StripeRefused e) {
                LOG.warn("how {} stands is asked later: {}", account.id(), e.getMessage());
            }
        });
    }
}
