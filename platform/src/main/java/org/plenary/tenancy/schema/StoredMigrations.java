package org.plenary.tenancy.schema;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Page;
import org.plenary.tenancy.TenantId;
import org.plenary.tenancy.TenantMigrations;
import org.plenary.tenancy.TenantUpgradeAsked;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class StoredMigrations implements TenantMigrations {
    /** What has run for longer was lost with the node that ran it. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private static final String STATE = """
            case when cast(t.schema_version as int) >= cast(:wanted as int) then 'CURRENT'
                 when m.asked_at is not null then 'WAITING'
                 when m.started_at is not null and m.ended_at is null and m.started_at > :lost then 'RUNNING'
                 when m.failures > 0 or m.started_at is not null and m.ended_at is null then 'FAILED'
                 else 'BEHIND' end""";

    /** With what needs somebody first: its rank, then the slug. */
    private static final String ALL = """
            select r.*, case state when 'FAILED' then 1 when 'BEHIND' then 2 when 'WAITING' then 3 when 'RUNNING' then 4 else 5 end as rank
            from (select t.id, t.slug, t.name, t.schema_version, %s as state, coalesce(m.fresh, false) as fresh,
                      m.started_at, m.ended_at, m.error, coalesce(m.failures, 0) as failures
                  from control.tenant t left join control.tenant_migration m on m.tenant_id = t.id
                  where t.schema_version is not null) r
            """.formatted(STATE);

    private final JdbcClient jdbc;
    private final TenantChangeLog changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StoredMigrations(JdbcClient jdbc, TenantChangeLog changes, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String wanted() {
        return changes.version();
    }

    @Override
    public Map<State, Long> counts() {
        var counts = new EnumMap<State, Long>(State.class);
        asked("select state, count(*) from (" + ALL + ") a group by state").query(row -> {
            counts.put(State.valueOf(row.getString(1)), row.getLong(2));
        });
        return counts;
    }

    private JdbcClient.StatementSpec asked(String sql) {
        return jdbc.sql(sql)
                .param("wanted", changes.version())
                .param("lost", Timestamp.from(clock.instant().minus(LONGEST)));
    }

    @Override
    public Page<Migration> page(@Nullable State state, int limit, @Nullable String after) {
        var cursor = after == null ? null : Cursor.parse(after);
        var rows = asked("select * from (" + ALL + """
                        ) a where (cast(:state as text) is null or state = :state)
                            and (cast(:rank as int) is null or (rank, slug) > (:rank, :slug))
                        order by rank, slug limit :limit""")
                .param("state", state == null ? null : state.name(), Types.VARCHAR)
                .param("rank", cursor == null ? null : cursor.rank(), Types.INTEGER)
                .param("slug", cursor == null ? null : cursor.slug(), Types.VARCHAR)
                .param("limit", limit + 1)
                .query(StoredMigrations::row)
                .list();
        return Page.of(rows, limit, row -> new Cursor(row.state().ordinal() + 1, row.slug()).toString());
    }

    /** Where a page ended. */
    private record Cursor(int rank, String slug) {
        static Cursor parse(String text) {
            try {
                var parts = text.split("~", 2);
                return new Cursor(Integer.parseInt(parts[0]), parts[1]);
            } catch (RuntimeException e) {
                throw new Problem.InvalidInput("/after", "wrong_form", "This is not where a page ended.");
            }
        }

        @Override
        public String toString() {
            return rank + "~" + slug;
        }
    }

    @Override
    @Transactional
    public void retry(TenantId tenant) {
        var now = Timestamp.from(clock.instant());
        var asked = jdbc.sql("""
                        insert into control.tenant_migration as m (tenant_id, fresh, asked_at)
                        select id, false, :now from control.tenant
                        where id = :tenant and cast(schema_version as int) < cast(:wanted as int)
                        on conflict (tenant_id) do update set asked_at = excluded.asked_at
                        where (m.asked_at is null or m.asked_at <= :lost)
                            and (m.started_at is null or m.ended_at is not null or m.started_at <= :lost)""")
                .param("now", now)
                .param("tenant", tenant.value())
                .param("wanted", changes.version())
                .param("lost", Timestamp.from(clock.instant().minus(LONGEST)))
                .update();
        if (asked == 0)
            throw new Problem.Conflict(
                    "wrong_status", "Only a schema that is behind, and not being upgraded, is tried.");
        events.publishEvent(new TenantUpgradeAsked(tenant));
    }

    private static Migration row(ResultSet row, int number) throws SQLException {
        return new Migration(
                new TenantId(row.getObject("id", UUID.class)),
                row.getString("slug"),
                row.getString("name"),
                row.getString("schema_version"),
                State.valueOf(row.getString("state")),
                row.getBoolean("fresh"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getString("error"),
                row.getInt("failures"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
