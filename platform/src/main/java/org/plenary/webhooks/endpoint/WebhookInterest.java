package org.plenary.webhooks.endpoint;

import java.time.Duration;
import org.plenary.kernel.Remembered;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether an organization has any endpoint. Most have none, and every event of every one of them is asked about, so that
 * nothing is stored or begun for those; the conditions of listeners call it.
 */
@Component("webhookInterest")
public class WebhookInterest {
    /** So long another node may not know of an organization's first endpoint. */
    private static final Duration KNOWN = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Remembered<TenantId, Boolean> known = new Remembered<>(KNOWN);

    WebhookInterest(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Answers yes where the tenant is not bound: an event that is delivered again, which the listener itself looks at. */
    public boolean isAny(TenantEvent event) {
        var isBound = Tenancy.current().map(tenant -> tenant.id().equals(event.tenant()));
        return !isBound.orElse(false) || known.of(event.tenant(), tenant -> ask());
    }

    private boolean ask() {
        return jdbc.sql("select exists (select from webhook_endpoint where active or stopped_for is not null)")
                .query(Boolean.class)
                .single();
    }

    /** What was known of the bound tenant is not so any more. */
    void changed() {
        known.forget(Tenancy.require().id());
    }
}
