package org.plenary.admin.vitals;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Page;
import org.plenary.tenancy.TenantId;
import org.plenary.tenancy.TenantVitals.Unreached;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What was measured, in the database. */
@Component
public class VitalRows {
    private static final String FAILING = """
            select f.endpoint_id, t.slug, t.name, f.host, f.failures, f.since, f.stopped
            from control.failing_endpoint f join control.tenant t on t.id = f.tenant_id
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    VitalRows(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Sums over all tenants that were measured. */
    public record Totals(
            long active, long measured, long conferences, long registrations, long storageBytes, long unreachable) {
        /** A sum of nothing that was counted tells nothing. */
        public boolean isKnown() {
            return measured > 0 || active == 0;
        }
    }

    public Totals totals() {
        return jdbc.sql("""
                        select count(*) filter (where t.status = 'ACTIVE'), count(v.tenant_id), coalesce(sum(v.conferences), 0)::bigint,
                            coalesce(sum(v.registrations), 0)::bigint, coalesce(sum(v.storage_bytes), 0)::bigint,
                            count(*) filter (where not v.reachable)
                        from control.tenant t left join control.tenant_vitals v on v.tenant_id = t.id""")
                .query((row, number) -> new Totals(
                        row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)))
                .single();
    }

    /** Empty for one that was not measured yet. */
    public Optional<Vitals> find(TenantId tenant) {
        return jdbc.sql("select * from control.tenant_vitals where tenant_id = ?")
                .param(tenant.value())
                .query((row, number) -> map(row))
                .optional();
    }

    /** From a row with the columns of the table. */
    public static Vitals map(ResultSet row) throws SQLException {
        var active = row.getTimestamp("last_active_at");
        return new Vitals(
                row.getTimestamp("measured_at").toInstant(),
                row.getBoolean("reachable"),
                new Usage(row.getLong("conferences"), row.getLong("registrations"), row.getLong("storage_bytes")),
                row.getBoolean("over_quota"),
                row.getInt("late_events"),
                row.getInt("failing_endpoints"),
                active == null ? null : active.toInstant());
    }

    public List<FailingEndpoint> failing(TenantId tenant, int most) {
        return jdbc.sql(FAILING + "where f.tenant_id = ? order by f.since limit ?")
                .params(tenant.value(), most)
                .query((row, number) -> failing(row))
                .list();
    }

    public long countFailing() {
        return jdbc.sql("select count(*) from control.failing_endpoint")
                .query(Long.class)
                .single();
    }

    /** Those of all tenants, by tenant and endpoint. */
    public Page<FailingEndpoint> failing(int limit, @Nullable String after) {
        var parts = after == null ? null : cursor(after);
        var rows = jdbc.sql(FAILING + """
                        where cast(:slug as text) is null or (t.slug, f.endpoint_id) > (:slug, cast(:endpoint as uuid))
                        order by t.slug, f.endpoint_id limit :limit""")
                .param("slug", parts == null ? null : parts[0])
                .param("endpoint", parts == null ? null : parts[1])
                .param("limit", limit + 1)
                .query((row, number) -> failing(row))
                .list();
        return Page.of(rows, limit, row -> row.slug() + "~" + row.id());
    }

    private static String[] cursor(String after) {
        var parts = after.split("~", 2);
        try {
            if (parts.length == 2)
                return new String[] {parts[0], UUID.fromString(parts[1]).toString()};
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new Problem.InvalidInput("/after", "wrong_form", "This is not where a page ended.");
    }

    private static FailingEndpoint failing(ResultSet row) throws SQLException {
        return new FailingEndpoint(
                row.getString("endpoint_id"),
                row.getString("slug"),
                row.getString("name"),
                row.getString("host"),
                row.getInt("failures"),
                row.getTimestamp("since").toInstant(),
                row.getBoolean("stopped"));
    }

    public Growth growth(YearMonth since) {
        var came = new HashMap<Growth.Cell, Long>();
        jdbc.sql("select to_char(month, 'YYYY-MM'), kind, came from control.growth where month >= ?")
                .param(Date.valueOf(since.atDay(1)))
                .query(row -> {
                    came.put(new Growth.Cell(YearMonth.parse(row.getString(1)), row.getString(2)), row.getLong(3));
                });
        return new Growth(came);
    }

    /** How many events of each tenant did not arrive. */
    Map<UUID, Integer> lateEvents() {
        var late = new HashMap<UUID, Integer>();
        jdbc.sql("""
                        select cast(serialized_event::json ->> 'tenant' as uuid) as tenant, count(*)::int
                        from control.late_event where serialized_event::json ->> 'tenant' is not null group by 1""").query(row -> {
            late.put(row.getObject(1, UUID.class), row.getInt(2));
        });
        return late;
    }

    void keep(TenantId tenant, Vitals vitals, List<Unreached> unreached) {
        transactions.executeWithoutResult(status -> {
            if (!write(tenant, vitals)) return;
            jdbc.sql("delete from control.failing_endpoint where tenant_id = ?")
                    .param(tenant.value())
                    .update();
            unreached.forEach(each -> jdbc.sql("insert into control.failing_endpoint values (?, ?, ?, ?, ?, ?)")
                    .params(tenant.value(), each.endpoint(), each.host(), each.failures())
                    .params(Timestamp.from(each.since()), each.stopped())
                    .update());
        });
    }

    /** False for a tenant that was erased meanwhile. */
    private boolean write(TenantId tenant, Vitals vitals) {
        return jdbc.sql("""
                        insert into control.tenant_vitals (tenant_id, measured_at, reachable, conferences, registrations,
                            storage_bytes, over_quota, late_events, failing_endpoints, last_active_at)
                        select id, :measured, :reachable, :conferences, :registrations, :bytes, :over, :late, :failing, :active
                        from control.tenant where id = :tenant for key share
                        on conflict (tenant_id) do update set measured_at = excluded.measured_at, reachable = excluded.reachable,
                            conferences = excluded.conferences, registrations = excluded.registrations,
                            storage_bytes = excluded.storage_bytes, over_quota = excluded.over_quota,
                            late_events = excluded.late_events, failing_endpoints = excluded.failing_endpoints,
                            last_active_at = coalesce(excluded.last_active_at, tenant_vitals.last_active_at)""")
                        .param("tenant", tenant.value())
                        .param("measured", Timestamp.from(vitals.measuredAt()))
                        .param("reachable", vitals.reachable())
                        .param("conferences", vitals.usage().conferences())
                        .param("registrations", vitals.usage().registrations())
                        .param("bytes", vitals.usage().storageBytes())
                        .param("over", vitals.overQuota())
                        .param("late", vitals.lateEvents())
                        .param("failing", vitals.failingEndpoints())
                        .param(
                                "active",
                                vitals.lastActive() == null ? null : Timestamp.from(vitals.lastActive()),
                                java.sql.Types.TIMESTAMP)
                        .update()
                == 1;
    }

    /** What was counted before is never taken back: tenants leave, and sign-ups are forgotten. */
    void grow(Map<Growth.Cell, Long> came, YearMonth since) {
        var all = new HashMap<>(came);
        all.putAll(ofPlatform("select created_at from control.tenant", Growth.ORGANIZATIONS, since));
        all.putAll(ofPlatform("select created_at from control.signup", Growth.SIGNUPS, since));
        transactions.executeWithoutResult(status -> all.forEach((cell, count) -> jdbc.sql("""
                        insert into control.growth as known (month, kind, came) values (?, ?, ?)
                        on conflict (month, kind) do update set came = greatest(known.came, excluded.came)""")
                .params(Date.valueOf(cell.month().atDay(1)), cell.kind(), count)
                .update()));
    }

    private Map<Growth.Cell, Long> ofPlatform(String from, String kind, YearMonth since) {
        var came = new HashMap<Growth.Cell, Long>();
        jdbc.sql("select to_char(created_at at time zone 'UTC', 'YYYY-MM'), count(*) from (" + from
                        + ") a where created_at >= ? group by 1")
                .param(Timestamp.from(
                        since.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant()))
                .query(row -> {
                    came.put(new Growth.Cell(YearMonth.parse(row.getString(1)), kind), row.getLong(2));
                });
        return came;
    }
}
