package org.plenary.billing.connect;

import org.plenary.billing.stripe.StripeRefused;
import org.plenary.billing.stripe.StripeSettings;
import org.plenary.billing.stripe.StripeUnavailable;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantProvisioned;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives every new organization its account where the installation is set so; it has only to be filled in then. */
@Component
class NewTenants {
    private static final Logger LOG = LoggerFactory.getLogger(NewTenants.class);

    private final ConnectedAccounts accounts;
    private final StripeSettings settings;

    NewTenants(ConnectedAccounts accounts, StripeSettings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    @OutboundListener(id = "billing.connect-account")
    public void on(TenantProvisioned event) {
        if (!settings.openAccounts() || accounts.of(event.tenant()).isPresent()) return;
        try {
            accounts.create(Tenancy.require());
        } catch (StripeUnavailable | StripeRefused e) {
            LOG.warn("no account yet, the first payment will ask again: {}", e.getMessage());
        }
    }
}
