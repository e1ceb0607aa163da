package org.plenary.webhooks.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.plenary.kernel.web.Page;
import org.plenary.webhooks.delivery.Delivery.Attempt;
import org.plenary.webhooks.delivery.Delivery.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** What the bound tenant's endpoints are told. Every change belongs to a use case's transaction. */
@Repository
class Deliveries {
    private static final TypeReference<List<Attempt>> ATTEMPTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;

    Deliveries(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param happening names what happened: the same is kept once. @return false when it is there already */
    boolean insert(Delivery delivery, String happening) {
        return jdbc.sql("""
                        insert into webhook_delivery
                            (id, endpoint_id, type, happening, body, status, created_at, next_try_at)
                        values (:id, :endpoint, :type, :happening, :body, :status, :now, :next)
                        on conflict do nothing""")
                        .param("id", delivery.id())
                        .param("endpoint", delivery.endpoint())
                        .param("type", delivery.type())
                        .param("happening", happening)
                        .param("body", delivery.body())
                        .param("status", delivery.status().wire())
                        .param("now", Timestamp.from(delivery.createdAt()))
                        .param("next", timestamp(delivery.nextTryAt()), Types.TIMESTAMP)
                        .update()
                == 1;
    }

    List<Delivery> due(UUID endpoint, Instant now, int limit) {
        return jdbc.sql("""
                        select * from webhook_delivery
                        where endpoint_id = :endpoint and status = 'waiting' and next_try_at <= :now
                        order by next_try_at, id limit :limit""")
                .param("endpoint", endpoint)
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query(this::delivery)
                .list();
    }

    /** When the next one is due; empty when none waits. */
    Optional<Instant> nextDue(UUID endpoint) {
        return jdbc.sql("""
                        select next_try_at from webhook_delivery
                        where endpoint_id = :endpoint and status = 'waiting' order by next_try_at limit 1""")
                .param("endpoint", endpoint)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    void attempted(UUID id, Status status, int tries, List<Attempt> attempts, @Nullable Instant next) {
        jdbc.sql("""
                        update webhook_delivery
                        set status = :status, tries = :tries, attempts = cast(:attempts as jsonb), next_try_at = :next
                        where id = :id""")
                .param("id", id)
                .param("status", status.wire())
                .param("tries", tries)
                .param("attempts", json.write(attempts))
                .param("next", timestamp(next), Types.TIMESTAMP)
                .update();
    }

    /** The newest first. @param after the id that the page before ended with; ids are sorted by time */
    Page<Delivery> page(UUID endpoint, @Nullable Status status, int limit, @Nullable UUID after) {
        var rows = jdbc.sql("""
                        select * from webhook_delivery
                        where endpoint_id = :endpoint
                          and (cast(:status as text) is null or status = :status)
                          and (cast(:after as uuid) is null or id < :after)
                        order by id desc limit :limit""")
                .param("endpoint", endpoint)
                .param("status", status == null ? null : status.wire(), Types.VARCHAR)
                .param("after", after, Types.OTHER)
                .param("limit", limit + 1)
                .query(this::delivery)
                .list();
        return Page.of(rows, limit, row -> row.id().toString());
    }

    Optional<Delivery> find(UUID endpoint, UUID id) {
        return jdbc.sql("select * from webhook_delivery where endpoint_id = :endpoint and id = :id")
                .param("endpoint", endpoint)
                .param("id", id)
                .query(this::delivery)
                .optional();
    }

    /** Puts it on its way again, whatever became of it. */
    void again(UUID id, Instant now) {
        jdbc.sql("update webhook_delivery set status = 'waiting', tries = 0, next_try_at = :now where id = :id")
                .param("id", id)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** @return how many had failed */
    int failedAgain(UUID endpoint, Instant since, Instant now) {
        return jdbc.sql("""
                        update webhook_delivery set status = 'waiting', tries = 0, next_try_at = :now
                        where endpoint_id = :endpoint and status = 'failed' and created_at >= :since""")
                .param("endpoint", endpoint)
                .param("since", Timestamp.from(since))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Nothing more is tried for the endpoint by itself. */
    void giveUp(UUID endpoint) {
        jdbc.sql("""
                        update webhook_delivery set status = 'failed', next_try_at = null
                        where endpoint_id = :endpoint and status = 'waiting'""").param("endpoint", endpoint).update();
    }

    void forget(Instant before) {
        jdbc.sql("delete from webhook_delivery where created_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private Delivery delivery(ResultSet row, int number) throws SQLException {
        var next = row.getTimestamp("next_try_at");
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("endpoint_id", UUID.class),
                row.getString("type"),
                row.getString("body"),
                Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getInt("tries"),
                json.read(row.getString("attempts"), ATTEMPTS),
                row.getTimestamp("created_at").toInstant(),
                next == null ? null : next.toInstant());
    }
}
