package org.plenary.admin.operator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.admin.vitals.VitalRows;
import org.plenary.admin.vitals.Vitals;
import org.plenary.kernel.web.Page;
import org.plenary.tenancy.TenantMigrations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A page of all tenants with how each does, in one query that counts nothing. */
@Component
class TenantList {
    private static final int PLANS = 100;

    private static final String FROM = """
            select t.slug, t.name, t.status, t.plan, t.created_at, t.time_zone, v.*
            from control.tenant t left join lateral (
                select m.*, s.behind, s.behind or coalesce(not m.reachable or m.over_quota or m.late_events > 0
                        or m.failing_endpoints > 0, false) as trouble
                from (select coalesce(cast(t.schema_version as int) < cast(:wanted as int), false) as behind) s
                    left join control.tenant_vitals m on m.tenant_id = t.id) v on true
            """;

    private final JdbcClient jdbc;
    private final TenantMigrations migrations;

    TenantList(JdbcClient jdbc, TenantMigrations migrations) {
        this.jdbc = jdbc;
        this.migrations = migrations;
    }

    /** What is asked for; null is any. */
    record Asked(
            @Nullable String q,
            @Nullable String status,
            @Nullable String plan,
            @Nullable String health,
            @Nullable String after) {
        public boolean isNarrowed() {
            return isSaid(q) || isSaid(status) || isSaid(plan) || isSaid(health);
        }

        private static boolean isSaid(@Nullable String text) {
            return text != null && !text.isBlank();
        }
    }

    /**
     * @param vitals null while it was not measured
     * @param troubles parts of keys of their names
     */
    record Row(
            String slug,
            String name,
            String status,
            String plan,
            Instant createdAt,
            ZoneId zone,
            @Nullable Vitals vitals,
            List<String> troubles) {}

    Page<Row> page(Asked asked, int limit) {
        var status = OperatorTenants.status(asked.status());
        var health = TenantHealth.of(asked.health());
        var rows = jdbc.sql(
                        FROM + """
                        where (cast(:status as text) is null or t.status = :status)
                            and (cast(:plan as text) is null or t.plan = :plan)
                            and (cast(:query as text) is null or position(lower(:query) in lower(t.slug || ' ' || t.name)) > 0)
                            and (cast(:after as text) is null or t.slug > :after)
                        """ + (health == null ? "" : "and " + health.claim()) + " order by t.slug limit :limit")
                .param("wanted", migrations.wanted())
                .param("status", status == null ? null : status.name())
                .param("plan", said(asked.plan()))
                .param("query", said(asked.q()))
                .param("after", asked.after())
                .param("limit", limit + 1)
                .query(TenantList::row)
                .list();
        return Page.of(rows, limit, Row::slug);
    }

    /** Those that any tenant has. */
    List<String> plans() {
        return jdbc.sql("select distinct plan from control.tenant order by plan limit ?")
                .param(PLANS)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var vitals = row.getTimestamp("measured_at") == null ? null : VitalRows.map(row);
        return new Row(
                row.getString("slug"),
                row.getString("name"),
                row.getString("status").toLowerCase(Locale.ROOT),
                row.getString("plan"),
                row.getTimestamp("created_at").toInstant(),
                ZoneId.of(row.getString("time_zone")),
                vitals,
                troubles(vitals, row.getBoolean("behind")));
    }

    static List<String> troubles(@Nullable Vitals vitals, boolean isBehind) {
        var troubles = new ArrayList<String>();
        if (vitals != null && !vitals.reachable()) troubles.add("unreachable");
        if (isBehind) troubles.add("behind");
        if (vitals != null && vitals.lateEvents() > 0) troubles.add("late-events");
        if (vitals != null && vitals.failingEndpoints() > 0) troubles.add("webhooks");
        if (vitals != null && vitals.overQuota()) troubles.add("over-quota");
        return troubles;
    }
}
