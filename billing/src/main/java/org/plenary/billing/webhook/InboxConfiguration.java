package org.plenary.billing.webhook;

import org.plenary.tenancy.OperatorFigure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class InboxConfiguration {
    @Bean
    OperatorFigure oldestStripeEventFigure(JdbcClient jdbc) {
        return OperatorFigure.age(
                "plenary.stripe.events.age",
                "How long the oldest thing waits that Stripe has told and that is not dealt with",
                () -> jdbc.sql("""
                                select coalesce(extract(epoch from now() - min(received_at)), 0)
                                from control.stripe_event where done_at is null""").query(Double.class).single());
    }
}
