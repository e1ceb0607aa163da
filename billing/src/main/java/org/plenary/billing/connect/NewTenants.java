package org.plenary.billing.connect;

import org.plenary.billing.stripe.StripeRefused;
import org.plenary.billing.stripe.StripeUnavailable;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantProvisioned;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives every new organization its account, so that its first payment need not wait for that. */
@Component
class NewTenants {
    private static final Logger LOG = LoggerFactory.getLogger(NewTenants.class);

    private final ConnectedAccounts accounts;

    NewTenants(ConnectedAccounts accounts) {
        this.accounts = accounts;
    }

    @OutboundListener(id = "billing.connect-account")
    public void on(TenantProvisioned event) {
        if (accounts.of(event.tenant()).isPresent()) return;
        try {
            accounts.create(Tenancy.require());
        } catch (StripeUnavailable | StripeRefused e) {
            LOG.warn("no account yet, the first payment will ask again: {}", e.getMessage());
        }
    }
}
