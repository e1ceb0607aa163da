package org.plenary.billing.reconcile;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.plenary.tenancy.ActiveTenants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReconcileConfiguration {
    private static final Duration PAUSE = Duration.ofMinutes(3);

    @Bean
    RecurringTask<Void> billingReconcile(ActiveTenants tenants, Reconciling reconciling) {
        return Tasks.recurring("billing-reconcile", FixedDelay.of(PAUSE)).execute((instance, context) -> {
            reconciling.workOffEvents();
            tenants.forEach(tenant -> reconciling.reconcileTenant());
        });
    }
}
