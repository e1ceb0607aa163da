package org.plenary.tenancy.schema;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.plenary.kernel.Fault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down how making and upgrading each tenant's schema went. */
@Component
class MigrationNotes {
    private final JdbcClient jdbc;
    private final Clock clock;

    MigrationNotes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void made(UUID tenant, Instant start) {
        jdbc.sql("""
                        insert into control.tenant_migration (tenant_id, fresh, started_at, ended_at)
                        values (?, true, ?, ?) on conflict (tenant_id) do nothing""").params(tenant, Timestamp.from(start), now()).update();
    }

    void started(String schema) {
        jdbc.sql("""
                        insert into control.tenant_migration as known (tenant_id, fresh, started_at)
                        select id, false, ? from control.tenant where schema_name = ?
                        on conflict (tenant_id) do update
                        set fresh = false, started_at = excluded.started_at, ended_at = null, asked_at = null""").params(now(), schema).update();
    }

    void worked(String schema) {
        jdbc.sql("""
                        update control.tenant_migration set ended_at = ?, error = null, failures = 0
                        where tenant_id = (select id from control.tenant where schema_name = ?)""").params(now(), schema).update();
    }

    void failed(String schema, Throwable failure) {
        jdbc.sql("""
                        update control.tenant_migration set ended_at = ?, error = ?, failures = failures + 1
                        where tenant_id = (select id from control.tenant where schema_name = ?)""").params(now(), Fault.told(failure), schema).update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
