package org.plenary.tenancy.messaging;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.aopalliance.intercept.MethodInterceptor;
import org.plenary.tenancy.TenantDirectory;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.event.TransactionalEventListener;

/** Delivery of events: on threads of its own, as the event's tenant, and again when it failed. */
@Configuration(proxyBeanMethods = false)
@EnableAsync
@EnableConfigurationProperties(MessagingConfiguration.Settings.class)
class MessagingConfiguration {
    /**
     * @param listeners how many run at once on this node; each may hold one database connection
     * @param resubmitEvery how often failed deliveries are looked for
     * @param minimumAge before a failed one is tried again
     */
    @ConfigurationProperties("plenary.events")
    record Settings(
            @DefaultValue("6") int listeners,
            @DefaultValue("5s") Duration resubmitEvery,
            @DefaultValue("5s") Duration minimumAge) {}

    /**
     * Ahead of Modulith's advisor, which marks an event done after the listener: marking happens unbound, in
     * {@code control}, and only the listener itself runs as the tenant.
     */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static DefaultPointcutAdvisor tenantOfListeners(ObjectProvider<TenantDirectory> directory) {
        MethodInterceptor binding = new TenantOfEvent(directory);
        var advisor = new DefaultPointcutAdvisor(
                new AnnotationMatchingPointcut(null, TransactionalEventListener.class, true), binding);
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
        return advisor;
    }

    /** A queue without bound: a busy moment must not make the request that published an event wait. */
    @Bean
    AsyncTaskExecutor applicationTaskExecutor(Settings settings) {
        var executor = new ThreadPoolTaskExecutor();
        executor.setCorePoolSize(settings.listeners());
        executor.setThreadNamePrefix("listener-");
        executor.setWaitForTasksToCompleteOnShutdown(true);
        executor.setAwaitTerminationSeconds(5);
        return executor;
    }

    /** One node at a time: two that resubmit at once would deliver twice. */
    @Bean
    RecurringTask<Void> resubmitFailedEvents(FailedEventPublications failed, Settings settings) {
        return Tasks.recurring("tenancy-resubmit-failed-events", FixedDelay.of(settings.resubmitEvery()))
                .execute((instance, context) -> failed.resubmit(ResubmissionOptions.defaults()
                        .withBatchSize(200)
                        .withMaxInFlight(200)
                        .withMinAge(settings.minimumAge())));
    }
}
