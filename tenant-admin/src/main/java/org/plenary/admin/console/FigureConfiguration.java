package org.plenary.admin.console;

import org.plenary.admin.signup.Signups;
import org.plenary.admin.vitals.VitalRows;
import org.plenary.tenancy.LateEvents;
import org.plenary.tenancy.OperatorFigure;
import org.plenary.tenancy.TenantMigrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What of the platform itself is watched: the alerts in {@code deploy/helm/plenary/files} are about these. */
@Configuration(proxyBeanMethods = false)
class FigureConfiguration {
    @Bean
    OperatorFigure lateEventsFigure(LateEvents events) {
        return OperatorFigure.count(
                "plenary.events.late",
                "Events that have not reached a listener in time",
                () -> events.counts().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }

    @Bean
    OperatorFigure parkedEventsFigure(LateEvents events) {
        return OperatorFigure.count(
                "plenary.events.waiting",
                "Events that failed too often and wait for an operator now",
                () -> events.counts().getOrDefault(LateEvents.State.PARKED, 0L));
    }

    /** A parked one waits for somebody, which is another figure. */
    @Bean
    OperatorFigure oldestEventFigure(JdbcClient jdbc) {
        return OperatorFigure.age(
                "plenary.events.age",
                "How long the oldest event waits that is still to be delivered",
                () -> number(jdbc, """
                        select coalesce(extract(epoch from now() - min(publication_date)), 0) from (
                            select publication_date from control.event_publication where completion_date is null
                            union all
                            select publication_date from control.late_event where next_try_at is not null) e"""));
    }

    @Bean
    OperatorFigure failingJobsFigure(JdbcClient jdbc) {
        return OperatorFigure.count(
                "plenary.jobs.failing",
                "Jobs whose last attempt failed",
                () -> number(jdbc, "select count(*) from control.scheduled_tasks where consecutive_failures > 0"));
    }

    @Bean
    OperatorFigure lateJobsFigure(JdbcClient jdbc) {
        return OperatorFigure.count(
                "plenary.jobs.late", "Jobs that should have begun two minutes ago", () -> number(jdbc, """
                        select count(*) from control.scheduled_tasks
                        where not picked and execution_time < now() - interval '2 minutes'"""));
    }

    @Bean
    OperatorFigure failedUpgradesFigure(TenantMigrations migrations) {
        return OperatorFigure.count(
                "plenary.upgrades.failed",
                "Organizations in maintenance because their schema could not be upgraded",
                () -> migrations.counts().getOrDefault(TenantMigrations.State.FAILED, 0L));
    }

    @Bean
    OperatorFigure tenantsFigure(JdbcClient jdbc) {
        return OperatorFigure.count(
                "plenary.tenants.active",
                "Organizations that are served",
                () -> number(jdbc, "select count(*) from control.tenant where status = 'ACTIVE'"));
    }

    @Bean
    OperatorFigure unreachableTenantsFigure(VitalRows vitals) {
        return OperatorFigure.count(
                "plenary.tenants.unreachable",
                "Organizations that did not answer when they were measured",
                () -> vitals.totals().unreachable());
    }

    @Bean
    OperatorFigure failingWebhooksFigure(VitalRows vitals) {
        return OperatorFigure.count(
                "plenary.webhooks.failing", "Endpoints of organizations that cannot be reached", vitals::countFailing);
    }

    @Bean
    OperatorFigure stuckSignupsFigure(Signups signups) {
        return OperatorFigure.count(
                "plenary.signups.stuck", "Organizations that signed up and have no place yet", signups::countStuck);
    }

    @Bean
    OperatorFigure oldestBackupFigure(JdbcClient jdbc) {
        return OperatorFigure.age(
                "plenary.backups.age",
                "How old the newest backup is of the organization whose newest is oldest",
                () -> number(jdbc, """
                        select coalesce(extract(epoch from now() - min(newest)), 0) from (
                            select coalesce(max(b.made_at), t.created_at) as newest
                            from control.tenant t left join control.tenant_backup b on b.tenant_id = t.id
                            where t.status = 'ACTIVE' group by t.id) n"""));
    }

    private static double number(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Double.class).single();
    }
}
