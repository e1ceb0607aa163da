package org.plenary.registration.order;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import org.plenary.tenancy.ActiveTenants;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RegistrationSettings.class)
class RegistrationConfiguration {
    private static final Duration EVERY_MINUTE = Duration.ofMinutes(1);
    private static final Duration EVERY_HOUR = Duration.ofHours(1);
    private static final LocalTime MORNING = LocalTime.of(6, 10);
    private static final LocalTime NIGHT = LocalTime.of(2, 40);

    @Bean
    RecurringTask<Void> registrationHolds(
            RegistrationSettings settings, ActiveTenants tenants, HoldSweeper sweeper, ChangeEnding changes) {
        return Tasks.recurring("registration-holds", Schedules.fixedDelay(settings.sweep()))
                .execute((instance, context) -> tenants.forEach(tenant -> {
                    sweeper.sweep();
                    changes.sweep();
                }));
    }

    @Bean
    RecurringTask<Void> registrationPrices(ActiveTenants tenants, PriceKeeping prices) {
        return Tasks.recurring("registration-prices", Schedules.fixedDelay(EVERY_MINUTE))
                .execute((instance, context) -> tenants.forEach(tenant -> prices.keep()));
    }

    @Bean
    RecurringTask<Void> registrationTransferReminders(ActiveTenants tenants, TransferReminders reminders) {
        return Tasks.recurring("registration-transfer-reminders", Schedules.fixedDelay(EVERY_HOUR))
                .execute((instance, context) -> tenants.forEach(tenant -> reminders.remind()));
    }

    @Bean
    RecurringTask<Void> registrationDues(ActiveTenants tenants, DueReminders reminders, DueReleasing releasing) {
        return Tasks.recurring("registration-dues", Schedules.daily(MORNING))
                .execute((instance, context) -> tenants.forEach(tenant -> {
                    reminders.remind();
                    releasing.release();
                }));
    }

    @Bean
    RecurringTask<Void> registrationStockCheck(ActiveTenants tenants, StockCheck check) {
        return Tasks.recurring("registration-stock-check", Schedules.daily(NIGHT))
                .execute((instance, context) -> tenants.forEach(tenant -> check.report()));
    }
}
