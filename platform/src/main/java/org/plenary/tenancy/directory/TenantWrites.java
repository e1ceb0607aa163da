package org.plenary.tenancy.directory;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.plenary.tenancy.Branding;
import org.plenary.tenancy.TenantId;
import org.plenary.tenancy.TenantRegistry.NewTenant;
import org.plenary.tenancy.TenantStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the table of tenants. */
@Component
class TenantWrites {
    private static final Set<String> PLAIN = Set.of("plan", "name", "locale");

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    TenantWrites(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    void insert(TenantId id, String schema, NewTenant tenant) {
        jdbc.sql("""
                        insert into control.tenant
                            (id, slug, schema_name, name, country, locale, time_zone, status, plan, branding, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, 'PROVISIONING', ?, ?::jsonb, ?)""")
                .params(
                        id.value(),
                        tenant.slug(),
                        schema,
                        tenant.name(),
                        tenant.country(),
                        tenant.locale().toLanguageTag(),
                        tenant.timeZone().getId(),
                        tenant.plan(),
                        json.write(Branding.DEFAULT),
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** False when the tenant was not in the state to move from. */
    boolean move(TenantId id, TenantStatus from, TenantStatus to, @Nullable String reason) {
        return jdbc.sql(
                                "update control.tenant set status = :to, status_reason = :reason where id = :id and status = :from")
                        .param("to", to.name())
                        .param("reason", reason)
                        .param("id", id.value())
                        .param("from", from.name())
                        .update()
                == 1;
    }

    /** False when it was not suspended, or for another reason. */
    boolean resume(TenantId id, TenantStatus to, String reason) {
        return jdbc.sql("""
                        update control.tenant set status = :to, status_reason = null
                        where id = :id and status = 'SUSPENDED' and status_reason = :reason""")
                        .param("to", to.name())
                        .param("id", id.value())
                        .param("reason", reason)
                        .update()
                == 1;
    }

    void set(TenantId id, Map<String, String> values) {
        values.forEach((column, value) -> {
            if (!PLAIN.contains(column)) throw new IllegalArgumentException(column);
            jdbc.sql("update control.tenant set " + column + " = ? where id = ?")
                    .params(value, id.value())
                    .update();
        });
    }

    void domain(TenantId id, @Nullable String domain) {
        jdbc.sql("update control.tenant set domain = ? where id = ?")
                .param(domain)
                .param(id.value())
                .update();
    }

    void rebrand(TenantId id, Branding branding) {
        jdbc.sql("update control.tenant set branding = ?::jsonb where id = ?")
                .params(json.write(branding), id.value())
                .update();
    }
}
