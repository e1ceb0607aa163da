package org.plenary.webhooks.endpoint;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.plenary.tenancy.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Of all tenants, which endpoints something is due for, and when: one short table for the whole platform, so that nobody
 * looks through the schemas of those who have nothing to send. It is written in the transaction of what is to be sent.
 */
@Repository
public class DueEndpoints {
    private final JdbcClient jdbc;

    DueEndpoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Due(TenantId tenant, UUID endpoint) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void at(Due due, Instant at) {
        jdbc.sql("""
                        insert into control.webhook_due as due (tenant_id, endpoint_id, due_at)
                        values (:tenant, :endpoint, :at)
                        on conflict (tenant_id, endpoint_id) do update set due_at = least(due.due_at, excluded.due_at)""")
                .param("tenant", due.tenant().value())
                .param("endpoint", due.endpoint())
                .param("at", Timestamp.from(at))
                .update();
    }

    /**
     * Takes those that are due and that nobody else is calling; whoever takes them and dies loses them to the next one after
     * the lease.
     */
    public List<Due> take(Instant now, Duration lease, int limit) {
        return jdbc.sql("""
                        update control.webhook_due set leased_until = :lease
                        where (tenant_id, endpoint_id) in (
                            select tenant_id, endpoint_id from control.webhook_due
                            where due_at <= :now and (leased_until is null or leased_until <= :now)
                            order by due_at limit :limit for update skip locked)
                        returning tenant_id, endpoint_id""")
                .param("now", Timestamp.from(now))
                .param("lease", Timestamp.from(now.plus(lease)))
                .param("limit", limit)
                .query((row, number) ->
                        new Due(new TenantId(row.getObject(1, UUID.class)), row.getObject(2, UUID.class)))
                .list();
    }

    /** Ends a round; the next one begins then. */
    public void postpone(Due due, Instant until) {
        jdbc.sql("""
                        update control.webhook_due set due_at = :until, leased_until = null
                        where tenant_id = :tenant and endpoint_id = :endpoint""")
                .param("until", Timestamp.from(until))
                .param("tenant", due.tenant().value())
                .param("endpoint", due.endpoint())
                .update();
    }

    /**
     * Ends a round of sending.
     *
     * @param next tells when the next delivery is due; asked once the row is locked, so that one that is being written now
     *     either is seen by it or writes the row anew
     */
    @Transactional
    public void settle(Due due, Supplier<Optional<Instant>> next) {
        jdbc.sql("""
                        select due_at from control.webhook_due
                        where tenant_id = :tenant and endpoint_id = :endpoint for update""")
                .param("tenant", due.tenant().value())
                .param("endpoint", due.endpoint())
                .query(Timestamp.class)
                .optional();
        next.get().ifPresentOrElse(at -> postpone(due, at), () -> remove(due));
    }

    private void remove(Due due) {
        jdbc.sql("delete from control.webhook_due where tenant_id = :tenant and endpoint_id = :endpoint")
                .param("tenant", due.tenant().value())
                .param("endpoint", due.endpoint())
                .update();
    }
}
