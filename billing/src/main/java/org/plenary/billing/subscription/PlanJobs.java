package org.plenary.billing.subscription;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import org.plenary.tenancy.ActiveTenants;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PlanSettings.class, PlanTax.class})
class PlanJobs {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final LocalTime NIGHT = LocalTime.of(3, 20);

    @Bean
    RecurringTask<Void> billingPaidDelegates(Metering metering) {
        return Tasks.recurring("billing-paid-delegates", FixedDelay.of(SOON))
                .execute((instance, context) -> metering.tell());
    }

    @Bean
    RecurringTask<Void> billingPlans(PlanKeeping keeping, ActiveTenants tenants, QuotaWatch watch) {
        return Tasks.recurring("billing-plans", FixedDelay.of(PAUSE)).execute((instance, context) -> {
            keeping.keep();
            tenants.forEach(watch::warn);
        });
    }

    @Bean
    RecurringTask<Void> billingMeterCheck(Metering metering) {
        return Tasks.recurring("billing-meter-check", Schedules.daily(NIGHT))
                .execute((instance, context) -> metering.compare());
    }
}
