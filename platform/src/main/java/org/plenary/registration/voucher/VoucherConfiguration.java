package org.plenary.registration.voucher;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.plenary.tenancy.ActiveTenants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VoucherConfiguration {
    private static final Duration EVERY = Duration.ofMinutes(1);

    /** What vouchers keep that have ended is for everybody again. */
    @Bean
    RecurringTask<Void> registrationEndedVouchers(ActiveTenants tenants, KeptPlaces keptPlaces) {
        return Tasks.recurring("registration-ended-vouchers", Schedules.fixedDelay(EVERY))
                .execute((instance, context) -> tenants.forEach(tenant ->
                        keptPlaces.waiting().forEach(each -> keptPlaces.release(each.conference(), each.voucher()))));
    }
}
