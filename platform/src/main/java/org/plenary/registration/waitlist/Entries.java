package org.plenary.registration.waitlist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.plenary.registration.order.Contact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** The rows of waiting lists. What became of an offer is read from its order, which is never written here. */
@Repository
class Entries {
    static final String STATE = """
            CASE WHEN e.status <> 'offered' THEN e.status WHEN o.status IN ('pending', 'awaiting_approval') THEN 'offered'
                WHEN o.status = 'expired' THEN 'lapsed' WHEN o.confirmed_at IS NOT NULL THEN 'taken'
                WHEN o.status = 'refunded' THEN 'lapsed' ELSE 'declined' END""";

    static final String FROM = " FROM waiting_entry e LEFT JOIN orders o ON o.id = e.order_id ";

    static final String SELECT =
            "SELECT e.*, o.code, o.currency, o.total_minor, o.expires_at, " + STATE + " AS state" + FROM;

    private static final TypeReference<List<Wish>> WISHES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;

    Entries(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** False when the same person waits for the same thing already. */
    boolean insert(Entry entry) {
        return jdbc.sql("""
                INSERT INTO waiting_entry (id, conference_id, status, name, email, country, locale, secret_hashes, wishes,
                    thing, keys, scarce, needed, priced_on, joined_at)
                VALUES (:id, :conference, 'waiting', :name, :email, :country, :locale, :hashes, CAST(:wishes AS jsonb),
                    :thing, :keys, :scarce, :needed, :priced, :joined)
                ON CONFLICT (conference_id, lower(email), thing) WHERE status = 'waiting' DO NOTHING""")
                        .param("id", entry.id())
                        .param("conference", entry.conference())
                        .param("name", entry.contact().name().strip())
                        .param("email", entry.contact().email().strip())
                        .param("country", entry.contact().country())
                        .param("locale", entry.locale().toLanguageTag())
                        .param("hashes", texts(entry.secretHashes()))
                        .param("wishes", json.write(entry.wishes()))
                        .param("thing", Entry.thing(entry.wishes().getFirst()))
                        .param("keys", texts(entry.keys()))
                        .param("scarce", texts(entry.scarce()))
                        .param("needed", texts(Entry.neededByAll(entry.wishes())))
                        .param("priced", entry.pricedOn(), Types.DATE)
                        .param("joined", Timestamp.from(entry.joinedAt()))
                        .update()
                == 1;
    }

    Optional<Entry> find(UUID conference, UUID id) {
        return jdbc.sql(SELECT + "WHERE e.conference_id = :conference AND e.id = :id")
                .param("conference", conference)
                .param("id", id)
                .query(this::entry)
                .optional();
    }

    /** Waits for whoever else changes it, and only then reads it: what it is joined with would be older than itself. */
    Optional<Entry> lock(UUID conference, UUID id) {
        var locked = jdbc.sql("SELECT id FROM waiting_entry WHERE conference_id = :conference AND id = :id FOR UPDATE")
                .param("conference", conference)
                .param("id", id)
                .query((row, n) -> row.getObject(1, UUID.class))
                .optional();
        return locked.isEmpty() ? Optional.empty() : find(conference, id);
    }

    Optional<Entry> waitingFor(UUID conference, String email, String thing) {
        return jdbc.sql(SELECT + """
                WHERE e.conference_id = :conference AND lower(e.email) = lower(:email) AND e.thing = :thing
                  AND (e.status = 'waiting' OR e.status = 'offered' AND o.status IN ('pending', 'awaiting_approval'))
                ORDER BY e.id LIMIT 1""")
                .param("conference", conference)
                .param("email", email.strip())
                .param("thing", thing)
                .query(this::entry)
                .optional();
    }

    int waitingOf(UUID conference, String email) {
        return jdbc.sql("""
                SELECT count(*)::int FROM waiting_entry
                WHERE conference_id = :conference AND lower(email) = lower(:email) AND status = 'waiting'""")
                .param("conference", conference)
                .param("email", email.strip())
                .query(Integer.class)
                .single();
    }

    /**
     * Those who wait and may get something, the first in turn first.
     *
     * @param gone keys of which nothing is left
     * @param after the last one that was looked at; null for the beginning
     */
    List<Entry> inTurn(UUID conference, Collection<String> gone, @Nullable Entry after, int limit) {
        return jdbc.sql(SELECT + """
                WHERE e.conference_id = :conference AND e.status = 'waiting' AND NOT e.needed && :gone
                  AND (CAST(:after AS uuid) IS NULL OR (e.rank, e.id) > (:rank, CAST(:after AS uuid)))
                ORDER BY e.rank, e.id LIMIT :limit""")
                .param("conference", conference)
                .param("gone", texts(gone))
                .param("after", after == null ? null : after.id(), Types.OTHER)
                .param("rank", after == null ? 0 : after.rank())
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    /** Those who wait for any of these keys, the first in turn first. @param after as in {@link #inTurn} */
    List<Entry> waitingForAny(UUID conference, Collection<String> keys, @Nullable Entry after, int limit) {
        return jdbc.sql(SELECT + """
                WHERE e.conference_id = :conference AND e.status = 'waiting' AND e.keys && :keys
                  AND (CAST(:after AS uuid) IS NULL OR (e.rank, e.id) > (:rank, CAST(:after AS uuid)))
                ORDER BY e.rank, e.id LIMIT :limit""")
                .param("conference", conference)
                .param("keys", texts(keys))
                .param("after", after == null ? null : after.id(), Types.OTHER)
                .param("rank", after == null ? 0 : after.rank())
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    /** The next ones that still wait, locked. */
    List<Entry> lockWaiting(UUID conference, int limit) {
        return jdbc.sql(SELECT + """
                WHERE e.conference_id = :conference AND e.status = 'waiting'
                ORDER BY e.rank, e.id LIMIT :limit FOR UPDATE OF e""")
                .param("conference", conference)
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    void offered(UUID id, UUID order, int wish, Instant at, boolean byHand) {
        jdbc.sql("""
                UPDATE waiting_entry SET status = 'offered', order_id = :order, offered_wish = :wish, offered_at = :at,
                    by_hand = :hand, trouble = NULL, version = version + 1
                WHERE id = :id""")
                .param("order", order)
                .param("wish", wish)
                .param("at", Timestamp.from(at))
                .param("hand", byHand)
                .param("id", id)
                .update();
    }

    void end(Collection<UUID> ids, State state, Instant at) {
        jdbc.sql("""
                UPDATE waiting_entry SET status = :status, ended_at = :at, version = version + 1 WHERE id = ANY (:ids)""")
                .param("status", state.wire())
                .param("at", Timestamp.from(at))
                .param("ids", new SqlArrayValue("uuid", ids.toArray()))
                .update();
    }

    void comeBack(UUID id) {
        jdbc.sql("UPDATE waiting_entry SET status = 'waiting', ended_at = NULL, version = version + 1 WHERE id = :id")
                .param("id", id)
                .update();
    }

    void wish(UUID id, List<Wish> wishes, Collection<String> scarce) {
        jdbc.sql("""
                UPDATE waiting_entry SET wishes = CAST(:wishes AS jsonb), keys = :keys, needed = :needed, scarce = :scarce,
                    trouble = NULL, version = version + 1
                WHERE id = :id""")
                .param("wishes", json.write(wishes))
                .param("keys", texts(Entry.keysOf(wishes)))
                .param("needed", texts(Entry.neededByAll(wishes)))
                .param("scarce", texts(scarce))
                .param("id", id)
                .update();
    }

    /** Before everybody else who waits. */
    void toTheFront(Entry entry) {
        jdbc.sql("""
                UPDATE waiting_entry SET version = version + 1, rank = -1 + (SELECT min(rank) FROM waiting_entry
                    WHERE conference_id = :conference AND status = 'waiting')
                WHERE id = :id""")
                .param("conference", entry.conference())
                .param("id", entry.id())
                .update();
    }

    void trouble(UUID id, String code) {
        jdbc.sql("UPDATE waiting_entry SET trouble = :code WHERE id = :id AND trouble IS DISTINCT FROM :code")
                .param("code", code)
                .param("id", id)
                .update();
    }

    /** One more secret opens the entry: each link that is given out has its own, and only hashes are kept. */
    void addSecret(UUID id, String hash) {
        jdbc.sql("UPDATE waiting_entry SET secret_hashes = secret_hashes || :hash WHERE id = :id")
                .param("hash", hash)
                .param("id", id)
                .update();
    }

    Entry entry(ResultSet row, int number) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new Entry(
                row.getObject("id", UUID.class),
                row.getObject("conference_id", UUID.class),
                State.of(row.getString("state")),
                row.getInt("rank"),
                new Contact(row.getString("name"), row.getString("email"), row.getString("country")),
                Locale.forLanguageTag(row.getString("locale")),
                list(row, "secret_hashes"),
                json.read(row.getString("wishes"), WISHES),
                list(row, "keys"),
                list(row, "scarce"),
                row.getObject("priced_on", LocalDate.class),
                row.getTimestamp("joined_at").toInstant(),
                offer(row),
                ended == null ? null : ended.toInstant(),
                row.getString("trouble"),
                row.getLong("version"));
    }

    private static Entry.@Nullable Offer offer(ResultSet row) throws SQLException {
        var order = row.getObject("order_id", UUID.class);
        if (order == null) return null;
        var currency = CurrencyUnit.of(row.getString("currency"));
        return new Entry.Offer(
                order,
                row.getString("code"),
                row.getInt("offered_wish"),
                Money.ofMinor(currency, row.getLong("total_minor")),
                row.getTimestamp("offered_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                row.getBoolean("by_hand"));
    }

    private static List<String> list(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private static SqlArrayValue texts(Collection<String> values) {
        return new SqlArrayValue("text", values.toArray());
    }
}
