package org.plenary.admin.console;

import org.plenary.admin.signup.Signups;
import org.plenary.admin.vitals.VitalRows;
import org.plenary.tenancy.LateEvents;
import org.plenary.tenancy.OperatorConcern;
import org.plenary.tenancy.OperatorConcern.Concern;
import org.plenary.tenancy.TenantMigrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What of the platform itself needs an operator, in the order of the overview. */
@Configuration(proxyBeanMethods = false)
class ConcernConfiguration {
    @Bean
    @Order(1)
    OperatorConcern stuckSignups(Signups signups) {
        return () -> new Concern("stuck-signups", signups.countStuck(), "/operator/tenants#stuck");
    }

    @Bean
    @Order(2)
    OperatorConcern failedUpgrades(TenantMigrations migrations) {
        return () -> new Concern(
                "failed-upgrades",
                migrations.counts().getOrDefault(TenantMigrations.State.FAILED, 0L),
                "/operator/upgrades?state=failed");
    }

    @Bean
    @Order(3)
    OperatorConcern unreachableTenants(VitalRows vitals) {
        return () -> new Concern("unreachable", vitals.totals().unreachable(), "/operator/tenants?health=unreachable");
    }

    @Bean
    @Order(4)
    OperatorConcern lateEvents(LateEvents events) {
        return () -> new Concern(
                "late-events",
                events.counts().values().stream().mapToLong(Long::longValue).sum(),
                "/operator/events");
    }

    @Bean
    @Order(5)
    OperatorConcern failingJobs(JdbcClient jdbc) {
        return () -> new Concern(
                "failing-jobs",
                jdbc.sql("select count(*) from control.scheduled_tasks where consecutive_failures > 0")
                        .query(Long.class)
                        .single(),
                "/operator/jobs?state=failing");
    }

    @Bean
    @Order(6)
    OperatorConcern failingWebhooks(VitalRows vitals) {
        return () -> new Concern("failing-webhooks", vitals.countFailing(), "/operator/webhooks");
    }
}
