package org.plenary.registration.waitlist;

import java.sql.Types;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads waiting lists for those who may see them. */
@Component
class EntryQueries {
    private static final int LONGEST_QUERY = 100;

    private final JdbcClient jdbc;
    private final Entries entries;

    EntryQueries(JdbcClient jdbc, Entries entries) {
        this.jdbc = jdbc;
        this.entries = entries;
    }

    /** @param state null for all; @param query part of a name or an address; @param key of the stock; null for all */
    record Filter(
            @Nullable State state,
            @Nullable String query,
            @Nullable String key) {
        private @Nullable String pattern() {
            if (query == null || query.isBlank()) return null;
            var text = query.strip().toLowerCase(Locale.ROOT);
            var cut = text.length() > LONGEST_QUERY ? text.substring(0, LONGEST_QUERY) : text;
            return "%" + cut.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        }
    }

    /** How many wait for one key, and how many offers of it were made and what became of them. */
    record Demand(String key, int waiting, int offered, int taken, int lapsed) {}

    /**
     * The entry, when the caller holds a secret of it or is staff.
     *
     * @throws Problem.NotFound also when the secret is wrong: that there is such an entry is told to nobody
     */
    @Transactional(readOnly = true)
    public Entry open(UUID conference, String id, @Nullable String secret, boolean isStaff) {
        return entries.find(conference, id(id))
                .filter(entry -> isStaff || entry.opensWith(secret))
                .orElseThrow(EntryQueries::notFound);
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw notFound();
        }
    }

    private static Problem.NotFound notFound() {
        return new Problem.NotFound("This place on the waiting list");
    }

    /** Null for somebody who does not wait. */
    @Transactional(readOnly = true)
    public @Nullable Position position(Entry entry) {
        if (!entry.isWaiting()) return null;
        return jdbc.sql("""
                SELECT count(*) FILTER (WHERE (rank, id) <= (:rank, :id))::int,
                    count(*) FILTER (WHERE (rank, id) <= (:rank, :id) AND (keys && :scarce OR id = :id))::int, count(*)::int
                FROM waiting_entry WHERE conference_id = :conference AND status = 'waiting'""")
                .param("rank", entry.rank())
                .param("id", entry.id())
                .param("scarce", new SqlArrayValue("text", entry.scarce().toArray()))
                .param("conference", entry.conference())
                .query((row, n) -> new Position(row.getInt(1), row.getInt(2), row.getInt(3)))
                .single();
    }

    /** In the order of the list. @param after a cursor of {@link #page} */
    @Transactional(readOnly = true)
    public Page<Entry> page(UUID conference, Filter filter, int limit, @Nullable String after) {
        var cursor = after == null ? null : Cursor.of(after);
        var rows = jdbc.sql(Entries.SELECT + "WHERE e.conference_id = :conference"
                        + " AND (CAST(:state AS text) IS NULL OR " + Entries.STATE + " = :state)" + """
                         AND (CAST(:pattern AS text) IS NULL OR lower(e.name) LIKE :pattern OR lower(e.email) LIKE :pattern)
                         AND (CAST(:key AS text) IS NULL OR :key = ANY (e.keys))
                         AND (CAST(:after AS uuid) IS NULL OR (e.rank, e.id) > (:rank, CAST(:after AS uuid)))
                        ORDER BY e.rank, e.id LIMIT :limit""")
                .param("conference", conference)
                .param("state", filter.state() == null ? null : filter.state().wire())
                .param("pattern", filter.pattern())
                .param("key", filter.key() == null || filter.key().isBlank() ? null : filter.key())
                .param("after", cursor == null ? null : cursor.id(), Types.OTHER)
                .param("rank", cursor == null ? 0 : cursor.rank())
                .param("limit", limit + 1)
                .query(entries::entry)
                .list();
        return Page.of(rows, limit, entry -> entry.rank() + "_" + entry.id());
    }

    private record Cursor(int rank, UUID id) {
        static Cursor of(String text) {
            try {
                var parts = text.split("_", 2);
                return new Cursor(Integer.parseInt(parts[0]), UUID.fromString(parts[parts.length - 1]));
            } catch (IllegalArgumentException e) {
                throw new Problem.InvalidInput("/after", "cursor", "This is not a cursor of this list.");
            }
        }
    }

    @Transactional(readOnly = true)
    public Map<State, Integer> counts(UUID conference) {
        var counts = new EnumMap<State, Integer>(State.class);
        jdbc.sql("SELECT " + Entries.STATE + " AS state, count(*)::int" + Entries.FROM
                        + "WHERE e.conference_id = :conference GROUP BY 1")
                .param("conference", conference)
                .query(row -> {
                    counts.put(State.of(row.getString(1)), row.getInt(2));
                });
        return counts;
    }

    /** Of each key that was short for somebody, those wanted most first. */
    @Transactional(readOnly = true)
    public List<Demand> demand(UUID conference, int limit) {
        return jdbc.sql("""
                SELECT key, count(*) FILTER (WHERE state = 'waiting')::int AS waiting,
                    count(*) FILTER (WHERE state = 'offered')::int, count(*) FILTER (WHERE state = 'taken')::int,
                    count(*) FILTER (WHERE state IN ('lapsed', 'declined'))::int
                FROM (SELECT e.scarce, %s AS state %s WHERE e.conference_id = :conference) AS entry, unnest(scarce) AS key
                GROUP BY key ORDER BY waiting DESC, key LIMIT :limit""".formatted(Entries.STATE, Entries.FROM))
                .param("conference", conference)
                .param("limit", limit)
                .query((row, n) ->
                        new Demand(row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)))
                .list();
    }

    /** The places of those who wait, in one query. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> places(UUID conference, List<Entry> some) {
        var places = new LinkedHashMap<UUID, Integer>();
        jdbc.sql("""
                SELECT id, place FROM (
                    SELECT id, row_number() OVER (ORDER BY rank, id)::int AS place FROM waiting_entry
                    WHERE conference_id = :conference AND status = 'waiting') AS list
                WHERE id = ANY (:ids)""")
                .param("conference", conference)
                .param(
                        "ids",
                        new SqlArrayValue("uuid", some.stream().map(Entry::id).toArray()))
                .query(row -> {
                    places.put(row.getObject(1, UUID.class), row.getInt(2));
                });
        return places;
    }
}
