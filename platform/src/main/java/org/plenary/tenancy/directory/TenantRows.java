package org.plenary.tenancy.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.plenary.tenancy.Branding;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantId;
import org.plenary.tenancy.TenantStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the table of tenants. */
@Component
class TenantRows {
    private static final String SELECT = """
            select id, slug, schema_name, name, country, locale, time_zone, status, status_reason, plan, branding,
                   domain, schema_version, created_at, generation
            from control.tenant""";

    private final JdbcClient jdbc;
    private final Json json;

    TenantRows(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Tenant> bySlug(String slug) {
        return jdbc.sql(SELECT + " where slug = ?").param(slug).query(this::map).optional();
    }

    Optional<Tenant> byDomain(String domain) {
        return jdbc.sql(SELECT + " where domain = ?")
                .param(domain)
                .query(this::map)
                .optional();
    }

    Optional<Tenant> byId(UUID id) {
        return jdbc.sql(SELECT + " where id = ?").param(id).query(this::map).optional();
    }

    List<Tenant> active() {
        return jdbc.sql(SELECT + " where status = 'ACTIVE' order by id")
                .query(this::map)
                .list();
    }

    /** Those that have a schema; one in maintenance is left out, because its schema is of an older version. */
    List<Tenant> kept() {
        return jdbc.sql(
                        SELECT
                                + " where schema_version is not null and status in ('ACTIVE', 'SUSPENDED', 'DELETING') order by id")
                .query(this::map)
                .list();
    }

    List<Tenant> page(@Nullable String query, @Nullable TenantStatus status, int limit, @Nullable String after) {
        return jdbc.sql(SELECT + """
                         where (:status::text is null or status = :status)
                           and (:query::text is null or position(lower(:query) in lower(slug || ' ' || name)) > 0)
                           and (:after::text is null or slug > :after)
                        order by slug limit :limit""")
                .param("status", status == null ? null : status.name())
                .param("query", query == null || query.isBlank() ? null : query.strip())
                .param("after", after)
                .param("limit", limit)
                .query(this::map)
                .list();
    }

    private Tenant map(ResultSet row, int number) throws SQLException {
        return new Tenant(
                new TenantId(row.getObject("id", UUID.class)),
                row.getString("slug"),
                row.getString("schema_name"),
                row.getString("name"),
                row.getString("country"),
                Locale.forLanguageTag(row.getString("locale")),
                ZoneId.of(row.getString("time_zone")),
                TenantStatus.valueOf(row.getString("status")),
                row.getString("status_reason"),
                row.getString("plan"),
                json.read(row.getString("branding"), Branding.class),
                row.getString("domain"),
                row.getString("schema_version"),
                row.getTimestamp("created_at").toInstant(),
                row.getInt("generation"));
    }
}
