package org.plenary.admin.operator;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.plenary.identity.Callers;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantRegistry;
import org.plenary.tenancy.TenantStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes that a tenant is to be erased after a time in which nothing of it is touched and all of it can be had back. */
@Component
class Deleting {
    private static final Duration GRACE = Duration.ofDays(30);
    private static final String REASON = "Deletion was asked for.";

    private final JdbcClient jdbc;
    private final TenantRegistry registry;
    private final Callers callers;
    private final Clock clock;

    Deleting(JdbcClient jdbc, TenantRegistry registry, Callers callers, Clock clock) {
        this.jdbc = jdbc;
        this.registry = registry;
        this.callers = callers;
        this.clock = clock;
    }

    /** Asked for again, the first date stands. */
    @Transactional
    public Instant ask(Tenant tenant) {
        var now = clock.instant();
        jdbc.sql("""
                        insert into control.tenant_deletion (tenant_id, requested_by, requested_at, erase_after)
                        values (?, ?, ?, ?) on conflict (tenant_id) do nothing""")
                .params(
                        tenant.id().value(),
                        callers.current().id(),
                        Timestamp.from(now),
                        Timestamp.from(now.plus(GRACE)))
                .update();
        if (tenant.status() == TenantStatus.ACTIVE) registry.suspend(tenant.id(), REASON);
        return jdbc.sql("select erase_after from control.tenant_deletion where tenant_id = ?")
                .param(tenant.id().value())
                .query(Timestamp.class)
                .single()
                .toInstant();
    }
}
