package org.plenary.webhooks.endpoint;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Page;
import org.plenary.tenancy.Tenancy;
import org.plenary.webhooks.endpoint.Endpoint.Keys;
import org.plenary.webhooks.endpoint.Endpoint.Standing;
import org.plenary.webhooks.endpoint.Endpoint.StoppedFor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The endpoints of the bound tenant. Every change belongs to a use case's transaction. */
@Repository
public class Endpoints {
    /** A delivery that got through is noted so often: a busy endpoint's row is not written with each. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final DueEndpoints dues;
    private final WebhookInterest interest;
    private final Clock clock;

    Endpoints(JdbcClient jdbc, DueEndpoints dues, WebhookInterest interest, Clock clock) {
        this.jdbc = jdbc;
        this.dues = dues;
        this.interest = interest;
        this.clock = clock;
    }

    public Optional<Endpoint> find(UUID id) {
        return jdbc.sql("select * from webhook_endpoint where id = :id")
                .param("id", id)
                .query(Endpoints::endpoint)
                .optional();
    }

    public Endpoint require(UUID id) {
        return find(id).orElseThrow(() -> new Problem.NotFound("The endpoint"));
    }

    /** Those that are to be told of this: also those that we gave up on, whose organizer may want it sent later. */
    public List<Endpoint> wanting(EventType type) {
        return jdbc.sql("""
                        select * from webhook_endpoint
                        where :type = any (events) and (active or stopped_for is not null) order by id""")
                .param("type", type.wire())
                .query(Endpoints::endpoint)
                .list();
    }

    Page<Endpoint> page(int limit, @Nullable UUID after) {
        var rows = jdbc.sql("""
                        select * from webhook_endpoint
                        where cast(:after as uuid) is null or id > :after order by id limit :limit""")
                .param("after", after, Types.OTHER)
                .param("limit", limit + 1)
                .query(Endpoints::endpoint)
                .list();
        return Page.of(rows, limit, row -> row.id().toString());
    }

    int count() {
        return jdbc.sql("select count(*) from webhook_endpoint")
                .query(Integer.class)
                .single();
    }

    void insert(Endpoint endpoint) {
        jdbc.sql("""
                        insert into webhook_endpoint (id, url, description, events, active, nonce, created_at, version)
                        values (:id, :url, :description, :events, true, :nonce, :now, 1)""")
                .param("id", endpoint.id())
                .param("url", endpoint.url())
                .param("description", endpoint.description())
                .param("events", texts(endpoint.events()))
                .param("nonce", endpoint.keys().nonce())
                .param("now", Timestamp.from(endpoint.createdAt()))
                .update();
        interest.changed();
    }

    /** @throws Problem.Stale when somebody else changed it meanwhile */
    void change(Endpoint changed) {
        var written = jdbc.sql("""
                        update webhook_endpoint
                        set url = :url, description = :description, events = :events, active = :active,
                            stopped_for = case when :active then null else stopped_for end,
                            stopped_at = case when :active then null else stopped_at end,
                            failing_since = case when :active and not active then null else failing_since end,
                            version = version + 1
                        where id = :id and version = :version""")
                .param("id", changed.id())
                .param("version", changed.version())
                .param("url", changed.url())
                .param("description", changed.description())
                .param("events", texts(changed.events()))
                .param("active", changed.standing().active())
                .update();
        if (written == 0) throw new Problem.Stale();
        interest.changed();
        // what waited while it was off goes out now
        if (changed.standing().active())
            dues.at(new DueEndpoints.Due(Tenancy.require().id(), changed.id()), clock.instant());
    }

    void delete(UUID id) {
        jdbc.sql("delete from webhook_endpoint where id = :id").param("id", id).update();
    }

    /** Another secret; the one before is good until then. */
    void rotate(UUID id, String nonce, Instant formerUntil) {
        jdbc.sql("""
                        update webhook_endpoint
                        set former_nonce = nonce, former_until = :until, nonce = :nonce, version = version + 1
                        where id = :id""")
                .param("id", id)
                .param("nonce", nonce)
                .param("until", Timestamp.from(formerUntil))
                .update();
    }

    /** Something got through. */
    public void delivered(UUID id) {
        var now = clock.instant();
        jdbc.sql("""
                        update webhook_endpoint set last_delivered_at = :now, failing_since = null
                        where id = :id and (failing_since is not null or last_delivered_at is null
                            or last_delivered_at < :noted)""")
                .param("id", id)
                .param("now", Timestamp.from(now))
                .param("noted", Timestamp.from(now.minus(NOTED)))
                .update();
    }

    /** Something did not get through. @return since when nothing does; empty when it is gone or off */
    public Optional<Instant> failed(UUID id) {
        return jdbc.sql("""
                        update webhook_endpoint set failing_since = coalesce(failing_since, :now)
                        where id = :id and active returning failing_since""")
                .param("id", id)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** Gives up on it. @return false when somebody switched it off before */
    public boolean stop(UUID id, StoppedFor why) {
        return jdbc.sql("""
                        update webhook_endpoint
                        set active = false, stopped_for = :why, stopped_at = :now, version = version + 1
                        where id = :id and active""")
                        .param("id", id)
                        .param("why", why.name().toLowerCase(Locale.ROOT))
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private static SqlArrayValue texts(List<EventType> events) {
        return new SqlArrayValue("text", events.stream().map(EventType::wire).toArray());
    }

    private static Endpoint endpoint(ResultSet row, int number) throws SQLException {
        var stopped = row.getString("stopped_for");
        return new Endpoint(
                row.getObject("id", UUID.class),
                row.getString("url"),
                row.getString("description"),
                events(row.getArray("events")),
                new Standing(
                        row.getBoolean("active"),
                        stopped == null ? null : StoppedFor.valueOf(stopped.toUpperCase(Locale.ROOT)),
                        instant(row, "stopped_at"),
                        instant(row, "failing_since"),
                        instant(row, "last_delivered_at")),
                new Keys(row.getString("nonce"), row.getString("former_nonce"), instant(row, "former_until")),
                row.getTimestamp("created_at").toInstant(),
                row.getLong("version"));
    }

    private static List<EventType> events(Array column) throws SQLException {
        return Arrays.stream((String[]) column.getArray())
                .map(EventType::ofWire)
                .flatMap(Optional::stream)
                .toList();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
