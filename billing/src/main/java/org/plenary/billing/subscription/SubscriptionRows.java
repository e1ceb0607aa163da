package org.plenary.billing.subscription;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table of subscriptions. What Stripe tells is written only over the version that was there before Stripe was asked. */
@Component
class SubscriptionRows {
    private static final String COLUMNS = """
            select tenant_id, customer_id, subscription_id, plan, status, next_plan, period_start, period_end, ends, trial_used,
                session_id, overdue_since, suspended_at, version
            from control.subscription\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    SubscriptionRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    SubscriptionRow of(TenantId tenant) {
        return find(tenant).orElseGet(() -> SubscriptionRow.none(tenant));
    }

    Optional<SubscriptionRow> find(TenantId tenant) {
        return jdbc.sql(COLUMNS + "where tenant_id = ?")
                .param(tenant.value())
                .query(SubscriptionRows::row)
                .optional();
    }

    Optional<TenantId> ofSubscription(String subscription) {
        return jdbc.sql("select tenant_id from control.subscription where subscription_id = ?")
                .param(subscription)
                .query(UUID.class)
                .optional()
                .map(TenantId::of);
    }

    /** Nothing is owed any more. */
    @Transactional
    public void settled(TenantId tenant) {
        jdbc.sql(
                        "update control.subscription set overdue_since = null where tenant_id = ? and overdue_since is not null")
                .param(tenant.value())
                .update();
    }

    /** Those that are late by so much, or were late and are suspended for it. */
    List<SubscriptionRow> overdueOrSuspended(int limit) {
        return jdbc.sql(COLUMNS
                        + "where overdue_since is not null or suspended_at is not null order by tenant_id limit ?")
                .param(limit)
                .query(SubscriptionRows::row)
                .list();
    }

    /** Subscriptions that nobody has asked Stripe about for a while. */
    List<SubscriptionRow> notSeenSince(Instant time, int limit) {
        return jdbc.sql(COLUMNS
                        + "where subscription_id is not null and status not in ('canceled', 'incomplete_expired')"
                        + " and updated_at < ? order by updated_at limit ?")
                .params(Timestamp.from(time), limit)
                .query(SubscriptionRows::row)
                .list();
    }

    /** Makes sure that there is a row, and numbers the next thing that is asked of Stripe for it. */
    @Transactional
    public int nextAttempt(TenantId tenant) {
        return jdbc.sql("""
                        insert into control.subscription (tenant_id, plan, status, ends, trial_used, attempts, version, updated_at)
                        values (:tenant, 'free', 'none', false, false, 1, 0, :now)
                        on conflict (tenant_id) do update set attempts = control.subscription.attempts + 1
                        returning attempts""")
                .param("tenant", tenant.value())
                .param("now", Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
    }

    /** @return the customer that counts: another node may have been faster */
    @Transactional
    public String customer(TenantId tenant, String customer) {
        return jdbc.sql("""
                        update control.subscription set customer_id = coalesce(customer_id, ?), version = version + 1
                        where tenant_id = ? returning customer_id""")
                .params(customer, tenant.value())
                .query(String.class)
                .single();
    }

    @Transactional
    public void session(TenantId tenant, @Nullable String session) {
        jdbc.sql("update control.subscription set session_id = ? where tenant_id = ?")
                .param(session)
                .param(tenant.value())
                .update();
    }

    @Transactional
    public void next(TenantId tenant, @Nullable String plan) {
        jdbc.sql("update control.subscription set next_plan = ?, version = version + 1 where tenant_id = ?")
                .param(plan)
                .param(tenant.value())
                .update();
    }

    /** Whether it was this call that did it. */
    @Transactional
    public boolean suspended(TenantId tenant) {
        return jdbc.sql("update control.subscription set suspended_at = ? where tenant_id = ? and suspended_at is null")
                        .params(Timestamp.from(clock.instant()), tenant.value())
                        .update()
                == 1;
    }

    @Transactional
    public boolean restored(TenantId tenant) {
        return jdbc.sql(
                                "update control.subscription set suspended_at = null where tenant_id = ? and suspended_at is not null")
                        .param(tenant.value())
                        .update()
                == 1;
    }

    /**
     * Writes what Stripe showed. Who writes what is written already stands in nobody's way: when somebody has paid, half a
     * dozen events come at once and all show the same.
     *
     * @return false when somebody wrote something else in between: then ask Stripe again
     */
    @Transactional
    public boolean write(SubscriptionRow before, SeenSubscription seen) {
        var now = Timestamp.from(clock.instant());
        return jdbc.sql("""
                        update control.subscription set subscription_id = :subscription,
                            customer_id = coalesce(customer_id, :customer), plan = :plan, status = :status,
                            period_start = :from, period_end = :to, ends = :ends, trial_used = trial_used or :trial,
                            session_id = case when :alive then null else session_id end,
                            next_plan = case when :ends or not :alive then next_plan end,
                            overdue_since = case when :overdue then coalesce(overdue_since, :now)
                                when :settled then null else overdue_since end,
                            version = version + case when (subscription_id, plan, status, period_start, period_end, ends)
                                is distinct from (:subscription, :plan, :status, :from, :to, :ends) then 1 else 0 end,
                            updated_at = :now
                        where tenant_id = :tenant and version = :version""")
                        .param("subscription", seen.id())
                        .param("customer", seen.customer())
                        .param("plan", seen.plan() == null ? before.plan() : seen.plan())
                        .param("status", seen.status().wire())
                        .param("from", Timestamp.from(seen.periodStart()))
                        .param("to", Timestamp.from(seen.periodEnd()))
                        .param("ends", seen.ends())
                        .param("trial", seen.hadTrial())
                        .param("alive", seen.status().isAlive())
                        .param("overdue", seen.status().isOverdue())
                        .param(
                                "settled",
                                seen.status() == SubscriptionStatus.ACTIVE
                                        || seen.status() == SubscriptionStatus.TRIALING)
                        .param("now", now)
                        .param("tenant", before.tenant().value())
                        .param("version", before.version())
                        .update()
                == 1;
    }

    @Transactional
    public void forget(TenantId tenant) {
        jdbc.sql("delete from control.counted_delegate where tenant_id = ?")
                .param(tenant.value())
                .update();
        jdbc.sql("delete from control.subscription where tenant_id = ?")
                .param(tenant.value())
                .update();
    }

    private static SubscriptionRow row(ResultSet row, int number) throws SQLException {
        return new SubscriptionRow(
                TenantId.of(row.getObject("tenant_id", UUID.class)),
                row.getString("customer_id"),
                row.getString("subscription_id"),
                row.getString("plan"),
                SubscriptionStatus.of(row.getString("status")),
                row.getString("next_plan"),
                instant(row, "period_start"),
                instant(row, "period_end"),
                row.getBoolean("ends"),
                row.getBoolean("trial_used"),
                row.getString("session_id"),
                instant(row, "overdue_since"),
                instant(row, "suspended_at"),
                row.getLong("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
