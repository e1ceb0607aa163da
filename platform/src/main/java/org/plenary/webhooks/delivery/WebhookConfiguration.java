package org.plenary.webhooks.delivery;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import org.plenary.tenancy.ActiveTenants;
import org.plenary.webhooks.endpoint.WebhookSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class WebhookConfiguration {
    private static final LocalTime NIGHT = LocalTime.of(3, 40);

    @Bean
    RecurringTask<Void> webhooksSent(Sending sending, WebhookSettings settings) {
        return Tasks.recurring("webhooks-send", FixedDelay.of(settings.sendEvery()))
                .execute((instance, context) -> sending.run());
    }

    @Bean
    RecurringTask<Void> webhooksForgotten(
            ActiveTenants tenants, Deliveries deliveries, WebhookSettings settings, Clock clock) {
        return Tasks.recurring("webhooks-forgotten", Schedules.daily(NIGHT))
                .execute((instance, context) -> tenants.forEach(
                        tenant -> deliveries.forget(clock.instant().minus(settings.kept()))));
    }
}
