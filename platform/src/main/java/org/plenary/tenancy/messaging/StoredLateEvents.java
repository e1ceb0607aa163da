package org.plenary.tenancy.messaging;

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
import org.plenary.tenancy.LateEvents;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class StoredLateEvents implements LateEvents {
    /** What takes longer to be delivered is late although nothing failed. */
    private static final Duration USUAL = Duration.ofMinutes(1);

    private static final String ALL = """
            select late.*, tenant.slug, tenant.name from (
                select id, listener_id, event_type, serialized_event, publication_date, completion_attempts, last_error,
                       next_try_at, case when next_try_at is null then 'PARKED' else 'WAITING' end as state
                from control.late_event
                union all
                select id, listener_id, event_type, serialized_event, publication_date, completion_attempts, last_error,
                       null, 'RUNNING'
                from control.event_publication where publication_date < :late) as late
            left join control.tenant on tenant.id = cast(serialized_event::json ->> 'tenant' as uuid)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    StoredLateEvents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Map<State, Long> counts() {
        var counts = new EnumMap<State, Long>(State.class);
        jdbc.sql("select state, count(*) from (" + ALL + ") as counted group by state")
                .param("late", late())
                .query(row -> {
                    counts.put(State.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    @Override
    public Page<LateEvent> page(@Nullable State state, int limit, @Nullable String after) {
        var cursor = after == null ? null : Cursor.parse(after);
        var rows = jdbc.sql(ALL + """
                        where (cast(:state as text) is null or state = :state)
                          and (cast(:at as timestamptz) is null or (publication_date, late.id) > (:at, cast(:id as uuid)))
                        order by publication_date, late.id limit :limit""")
                .param("late", late())
                .param("state", state == null ? null : state.name(), Types.VARCHAR)
                .param("at", cursor == null ? null : Timestamp.from(cursor.at()), Types.TIMESTAMP)
                .param("id", cursor == null ? null : cursor.id(), Types.OTHER)
                .param("limit", limit + 1)
                .query(StoredLateEvents::row)
                .list();
        return Page.of(rows, limit, row -> new Cursor(row.publishedAt(), row.id()).toString());
    }

    /** Where a page ended. */
    private record Cursor(Instant at, UUID id) {
        static Cursor parse(String text) {
            try {
                var parts = text.split("~", 2);
                return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (RuntimeException e) {
                throw new Problem.InvalidInput("/after", "wrong_form", "This is not where a page ended.");
            }
        }

        @Override
        public String toString() {
            return at + "~" + id;
        }
    }

    @Override
    public LateEvent one(UUID id) {
        return jdbc.sql(ALL + "where late.id = :id and state <> 'RUNNING'")
                .param("late", late())
                .param("id", id)
                .query(StoredLateEvents::row)
                .optional()
                .orElseThrow(() -> new Problem.NotFound("The event"));
    }

    @Override
    public void retry(UUID id) {
        changed(jdbc.sql("update control.late_event set next_try_at = :now, failures = 0 where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update());
    }

    @Override
    public int retryParked() {
        return jdbc.sql("update control.late_event set next_try_at = :now, failures = 0 where next_try_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    public void discard(UUID id) {
        changed(jdbc.sql("delete from control.late_event where id = :id")
                .param("id", id)
                .update());
    }

    private static void changed(int rows) {
        if (rows == 0) throw new Problem.NotFound("The event");
    }

    private Timestamp late() {
        return Timestamp.from(clock.instant().minus(USUAL));
    }

    private static LateEvent row(ResultSet row, int number) throws SQLException {
        var type = row.getString("event_type");
        var nextTry = row.getTimestamp("next_try_at");
        return new LateEvent(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                row.getString("name"),
                row.getString("listener_id"),
                type.substring(type.lastIndexOf('.') + 1),
                Shown.of(row.getString("serialized_event")),
                row.getTimestamp("publication_date").toInstant(),
                row.getInt("completion_attempts"),
                row.getString("last_error"),
                State.valueOf(row.getString("state")),
                nextTry == null ? null : nextTry.toInstant());
    }
}
