package org.plenary.billing.webhook;

import org.plenary.billing.connect.ConnectedAccounts;
import org.plenary.billing.connect.ForeignTenant;
import org.plenary.billing.stripe.StripeRefused;
import org.plenary.billing.stripe.StripeSettings;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds out whom an event of Stripe concerns. One of the two callers that learn the tenant from elsewhere than a host. */
@Component
public class EventListener {
    private static final Logger LOG = LoggerFactory.getLogger(EventListener.class);

    private final StripeInbox inbox;
    private final StripeSettings settings;
    private final ConnectedAccounts accounts;
    private final TenantDirectory tenants;
    private final EventWorker worker;

    EventListener(
            StripeInbox inbox,
            StripeSettings settings,
            ConnectedAccounts accounts,
            TenantDirectory tenants,
            EventWorker worker) {
        this.inbox = inbox;
        this.settings = settings;
        this.accounts = accounts;
        this.tenants = tenants;
        this.worker = worker;
    }

    /** Repeats safely, and is repeated while Stripe cannot be reached. */
    @OutboundListener(id = "billing.work-off-stripe-event")
    public void on(StripeEventReceived received) {
        handle(received);
    }

    public void handle(StripeEventReceived received) {
        inbox.undone(received).ifPresent(message -> {
            try {
                inbox.done(message, outcome(message));
            } catch (ForeignTenant e) {
                LOG.error("event {} ({}): {}", message.id(), message.type(), e.getMessage());
                inbox.alarmed(message, String.valueOf(e.getMessage()));
                throw e;
            }
        });
    }

    private String outcome(StripeInbox.Message message) {
        // test events of live accounts come to the live address too
        if (message.livemode() != settings.isLive()) return "of the other mode";
        if (message.account() == null) return "the platform's own";
        var account = message.account();
        var tenant = accounts.byId(account).flatMap(known -> tenants.byId(known.tenant()));
        if (tenant.isEmpty()) {
            LOG.warn("event {} is of the unknown account {}", message.id(), account);
            return "unknown account";
        }
        return Tenancy.callAs(tenant.get(), () -> work(account, message));
    }

    private String work(String account, StripeInbox.Message message) {
        try {
            return worker.work(account, message.type(), message.object());
        } catch (StripeRefused e) {
            LOG.error("event {} ({}) cannot be worked off: {}", message.id(), message.type(), e.getMessage());
            return "refused: " + e.code();
        }
    }
}
