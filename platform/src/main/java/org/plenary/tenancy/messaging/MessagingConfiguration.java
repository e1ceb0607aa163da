package org.plenary.tenancy.messaging;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import org.aopalliance.intercept.MethodInterceptor;
import org.plenary.tenancy.TenantDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.scheduling.annotation.AsyncConfigurer;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Delivery of events: on threads of its own, as the event's tenant, and again when it failed. Around a listener stand, from
 * the outside: who marks the event when Modulith could not, its lane, Modulith's advisor (at {@code HIGHEST_PRECEDENCE + 10}, marks it),
 * the note of a failure, the tenant, and the transaction. So marks and notes are made unbound, and only the listener itself runs as the tenant.
 */
@Configuration(proxyBeanMethods = false)
@EnableAsync
@EnableConfigurationProperties(MessagingSettings.class)
class MessagingConfiguration {
    private static final Logger log = LoggerFactory.getLogger(MessagingConfiguration.class);
    private static final int UNMARKED = 3;
    private static final int LANE = 5;
    private static final int FAILURE = 15;
    private static final int TENANT = 20;

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static DefaultPointcutAdvisor lanesOfListeners(ObjectProvider<MessagingSettings> settings) {
        return around(new Lanes(() -> settings.getObject().perListener()), LANE);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static DefaultPointcutAdvisor unmarkedEvents(
            ObjectProvider<JdbcClient> jdbc, ObjectProvider<EventSerializer> serializer, ObjectProvider<Clock> clock) {
        return around(new Unmarked(jdbc, serializer, clock), UNMARKED);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static DefaultPointcutAdvisor failuresOfListeners(
            ObjectProvider<JdbcClient> jdbc, ObjectProvider<EventSerializer> serializer) {
        return around(new Failures(jdbc, serializer), FAILURE);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static DefaultPointcutAdvisor tenantOfListeners(ObjectProvider<TenantDirectory> directory) {
        return around(new TenantOfEvent(directory), TENANT);
    }

    private static DefaultPointcutAdvisor around(MethodInterceptor advice, int order) {
        var advisor = new DefaultPointcutAdvisor(
                new AnnotationMatchingPointcut(null, TransactionalEventListener.class, true), advice);
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE + order);
        return advisor;
    }

    /** A thread for each event, so that the request that published it never waits; {@link Lanes} keep them apart. */
    @Bean
    SimpleAsyncTaskExecutor applicationTaskExecutor(MessagingSettings settings, LastDeliveries.UnderWay underWay) {
        var executor = new SimpleAsyncTaskExecutor("listener-");
        executor.setVirtualThreads(true);
        executor.setTaskTerminationTimeout(settings.lastDeliveries().toMillis());
        executor.setTaskDecorator(underWay);
        return executor;
    }

    /** What a listener throws was noted where it was thrown. */
    @Bean
    AsyncConfigurer quietListeners(AsyncTaskExecutor applicationTaskExecutor) {
        return new AsyncConfigurer() {
            @Override
            public AsyncTaskExecutor getAsyncExecutor() {
                return applicationTaskExecutor;
            }

            @Override
            public AsyncUncaughtExceptionHandler getAsyncUncaughtExceptionHandler() {
                return (failure, method, arguments) -> log.debug("a delivery to {} came to nothing", method, failure);
            }
        };
    }

    @Bean
    RecurringTask<Void> redeliverLateEvents(Redelivery redelivery, MessagingSettings settings) {
        return Tasks.recurring("tenancy-resubmit-failed-events", FixedDelay.of(settings.redeliverEvery()))
                .execute((instance, context) -> redelivery.run());
    }
}
