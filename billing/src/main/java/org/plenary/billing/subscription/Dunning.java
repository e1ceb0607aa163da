package org.plenary.billing.subscription;

import java.time.Clock;
import java.util.Map;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantDirectory;
import org.plenary.tenancy.TenantRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What comes of an invoice that stays unpaid: when the grace is over the organization is suspended, as an operator would do
 * it, and it is back when it has paid. What an operator suspended stays so.
 */
@Component
class Dunning {
    /** Tells billing's suspensions from an operator's. */
    static final String REASON = "The invoice for the plan has not been paid.";

    private static final Logger LOG = LoggerFactory.getLogger(Dunning.class);
    private static final int AT_ONCE = 500;

    private final SubscriptionRows rows;
    private final TenantRegistry registry;
    private final TransactionOperations transactions;
    private final PlanSettings settings;
    private final Tell tell;

    /** Who is told of it. */
    @Component
    record Tell(PlanChanges trail, PlanMails mails, TenantDirectory tenants, Clock clock) {}

    Dunning(
            SubscriptionRows rows,
            TenantRegistry registry,
            TransactionOperations transactions,
            PlanSettings settings,
            Tell tell) {
        this.rows = rows;
        this.registry = registry;
        this.transactions = transactions;
        this.settings = settings;
        this.tell = tell;
    }

    /** Suspends whose grace is over, and restores who has paid. */
    void lookAtAll() {
        for (var row : rows.overdueOrSuspended(AT_ONCE)) {
            try {
                tell.tenants().byId(row.tenant()).ifPresent(tenant -> look(tenant, row));
            } catch (RuntimeException e) {
                LOG.warn("tenant {} is looked at again the next time: {}", row.tenant(), e.toString());
            }
        }
    }

    /** Repeats safely. */
    void look(Tenant tenant, SubscriptionRow row) {
        var since = row.overdueSince();
        if (since == null) {
            if (row.suspendedAt() != null) restore(tenant, row);
        } else if (row.suspendedAt() == null && !tell.clock().instant().isBefore(since.plus(settings.grace()))) {
            suspend(tenant, row);
        }
    }

    private void suspend(Tenant tenant, SubscriptionRow row) {
        var done = Boolean.TRUE.equals(transactions.execute(status -> {
            if (!registry.suspendActive(tenant.id(), REASON)) return false;
            return rows.suspended(tenant.id());
        }));
        if (!done) return;
        LOG.info("tenant={} is suspended: its plan is not paid", tenant.slug());
        tell.trail().record(tenant, "billing.suspended", Map.of("reason", REASON));
        tell.mails().suspended(tenant, row);
    }

    private void restore(Tenant tenant, SubscriptionRow row) {
        var restored = Boolean.TRUE.equals(transactions.execute(status -> {
            var resumed = registry.resumeSuspendedFor(tenant.id(), REASON);
            return rows.restored(tenant.id()) && resumed;
        }));
        if (!restored) return;
        LOG.info("tenant={} is back: its plan is paid", tenant.slug());
        tell.trail().record(tenant, "billing.resumed", Map.of("reason", "paid"));
        tell.mails().restored(tenant, row);
    }
}
