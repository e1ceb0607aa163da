package org.plenary.billing.reconcile;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import org.plenary.billing.connect.ConnectedAccounts;
import org.plenary.billing.stripe.StripeUnavailable;
import org.plenary.billing.webhook.Undelivered;
import org.plenary.tenancy.ActiveTenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReconcileConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(ReconcileConfiguration.class);
    private static final Duration PAUSE = Duration.ofMinutes(3);
    /** UTC. */
    private static final LocalTime NIGHT = LocalTime.of(2, 40);

    @Bean
    RecurringTask<Void> billingAccounts(ActiveTenants tenants, ConnectedAccounts accounts) {
        return Tasks.recurring("billing-accounts", Schedules.daily(NIGHT))
                .execute((instance, context) -> tenants.forEach(
                        tenant -> accounts.of(tenant.id()).ifPresent(account -> accounts.lookAgain(account.id()))));
    }

    @Bean
    RecurringTask<Void> billingBalances(ActiveTenants tenants, BalanceCheck check) {
        return Tasks.recurring("billing-balances", Schedules.daily(NIGHT))
                .execute((instance, context) -> tenants.forEach(tenant -> check.ask()));
    }

    @Bean
    RecurringTask<Void> billingOwnEvents(Undelivered undelivered) {
        return Tasks.recurring("billing-own-events", Schedules.daily(NIGHT)).execute((instance, context) -> {
            try {
                undelivered.catchUpOwn();
            } catch (StripeUnavailable e) {
                LOG.warn("events of plans are not fetched now: {}", e.getMessage());
            }
        });
    }

    @Bean
    RecurringTask<Void> billingReconcile(ActiveTenants tenants, Reconciling reconciling) {
        return Tasks.recurring("billing-reconcile", FixedDelay.of(PAUSE)).execute((instance, context) -> {
            reconciling.workOffEvents();
            tenants.forEach(tenant -> reconciling.reconcileTenant());
        });
    }
}
