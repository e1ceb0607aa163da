package org.plenary.tenancy.directory;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Successor;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantId;
import org.plenary.tenancy.TenantRestored;
import org.plenary.tenancy.TenantStatus;
import org.plenary.tenancy.TenantSwitch;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Component
class SchemaSwitch implements TenantSwitch {
    /** Kept as the reason, so that nobody opens what an upgrade or an operator has closed. */
    private static final String HELD = "restoring";

    private final JdbcClient jdbc;
    private final Rows rows;
    private final ApplicationEventPublisher events;
    private final List<Successor> successors;
    private final Clock clock;

    SchemaSwitch(
            JdbcClient jdbc, Rows rows, ApplicationEventPublisher events, List<Successor> successors, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.events = events;
        this.successors = successors;
        this.clock = clock;
    }

    @Component
    record Rows(TenantRows rows, CachedDirectory directory, Json json) {
        Tenant require(TenantId id) {
            return rows.byId(id.value()).orElseThrow(() -> new Problem.NotFound("The tenant"));
        }
    }

    @Override
    @Transactional
    public TenantStatus hold(TenantId id) {
        var tenant = rows.require(id);
        if (tenant.isActive())
            jdbc.sql(
                            "update control.tenant set status = 'MAINTENANCE', status_reason = ? where id = ? and status = 'ACTIVE'")
                    .params(HELD, id.value())
                    .update();
        forget(tenant);
        return tenant.status();
    }

    @Override
    @Transactional
    public void release(TenantId id) {
        jdbc.sql("""
                        update control.tenant set status = 'ACTIVE', status_reason = null
                        where id = ? and status = 'MAINTENANCE' and status_reason = ?""").params(id.value(), HELD).update();
        forget(rows.require(id));
    }

    @Override
    @Transactional
    public String replace(TenantId id, String schema, String version, Instant keptUntil) {
        var before = rows.require(id);
        if (before.schema().equals(schema)) return schema;
        jdbc.sql("""
                        update control.tenant set schema_name = ?, schema_version = ?, generation = generation + 1,
                            status = case status when 'MAINTENANCE' then 'ACTIVE' else status end,
                            status_reason = case status when 'MAINTENANCE' then null else status_reason end
                        where id = ?""").params(schema, version, id.value()).update();
        jdbc.sql("delete from control.replaced_schema where schema_name = ?")
                .param(schema)
                .update();
        jdbc.sql(
                        "insert into control.replaced_schema (schema_name, tenant_id, noted_at, drop_after) values (?, ?, ?, ?)")
                .params(before.schema(), id.value(), Timestamp.from(clock.instant()), Timestamp.from(keptUntil))
                .update();
        successors.forEach(successor -> successor.follow(before.schema(), schema));
        forget(before);
        events.publishEvent(new TenantRestored(id));
        return before.schema();
    }

    @Override
    @Transactional
    public void revive(Known known) {
        var tenant = known.tenant();
        try {
            jdbc.sql("""
                            insert into control.tenant (id, slug, schema_name, name, country, locale, time_zone, status, plan,
                                branding, schema_version, created_at, generation)
                            values (?, ?, ?, ?, ?, ?, ?, 'ACTIVE', ?, cast(? as jsonb), ?, ?, ?)""")
                    .params(
                            known.id().value(),
                            tenant.slug(),
                            known.schema(),
                            tenant.name(),
                            tenant.country(),
                            tenant.locale().toLanguageTag(),
                            tenant.timeZone().getId(),
                            tenant.plan(),
                            rows.json().write(known.branding()),
                            known.version(),
                            Timestamp.from(known.createdAt()),
                            known.generation())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Problem.Conflict("slug_taken", "Another organization has this address by now.");
        }
        jdbc.sql("delete from control.replaced_schema where schema_name = ?")
                .param(known.schema())
                .update();
        successors.forEach(successor -> successor.follow(null, known.schema()));
        forget(rows.require(known.id()));
        events.publishEvent(new TenantRestored(known.id()));
    }

    /** Now, and once more when the change is there for everybody. */
    private void forget(Tenant tenant) {
        rows.directory().forget(tenant);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                rows.directory().forget(tenant);
            }
        });
    }
}
