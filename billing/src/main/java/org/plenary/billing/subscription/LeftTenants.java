package org.plenary.billing.subscription;

import org.plenary.billing.stripe.PlatformCalls;
import org.plenary.billing.stripe.StripeRefused;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.TenantErased;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Who is gone pays nothing more. */
@Component
class LeftTenants {
    private static final Logger LOG = LoggerFactory.getLogger(LeftTenants.class);

    private final SubscriptionRows rows;
    private final PlatformCalls stripe;

    LeftTenants(SubscriptionRows rows, PlatformCalls stripe) {
        this.rows = rows;
        this.stripe = stripe;
    }

    @OutboundListener(id = "billing.end-subscription-of-erased-tenant")
    public void on(TenantErased event) {
        var row = rows.of(event.tenant());
        if (row.subscription() != null && row.isAlive()) {
            try {
                var unused = stripe.cancelSubscription(row.subscription(), "erased:" + row.subscription());
            } catch (StripeRefused e) {
                LOG.warn("the subscription {} was not there to be ended: {}", row.subscription(), e.getMessage());
            }
        }
        rows.forget(event.tenant());
    }
}
