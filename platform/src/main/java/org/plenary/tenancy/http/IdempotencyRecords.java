package org.plenary.tenancy.http;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was answered to requests with an {@code Idempotency-Key}, kept for a day. */
@Component
class IdempotencyRecords {
    static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotencyRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param status null while the first request is still being answered */
    record Kept(
            String fingerprint,
            @Nullable Integer status,
            @Nullable String contentType,
            @Nullable String location,
            byte[] body) {}

    /** True for the first request of this key; it must then {@link #finish} or {@link #forget}. */
    boolean begin(String scope, String key, String fingerprint) {
        return jdbc.sql("""
                                insert into control.idempotency_record (scope, key, fingerprint, created_at)
                                values (?, ?, ?, ?) on conflict (scope, key) do update
                                set fingerprint = excluded.fingerprint, created_at = excluded.created_at,
                                    status = null, body = null
                                where idempotency_record.created_at < ?""")
                        .params(scope, key, fingerprint, now(), Timestamp.from(dayAgo()))
                        .update()
                == 1;
    }

    Optional<Kept> find(String scope, String key) {
        return jdbc.sql("select * from control.idempotency_record where scope = ? and key = ?")
                .params(scope, key)
                .query(IdempotencyRecords::map)
                .optional();
    }

    void finish(String scope, String key, Kept answer) {
        jdbc.sql("""
                        update control.idempotency_record
                        set status = :status, content_type = :type, location = :location, body = :body
                        where scope = :scope and key = :key""")
                .param("status", answer.status())
                .param("type", answer.contentType())
                .param("location", answer.location())
                .param("body", answer.body())
                .param("scope", scope)
                .param("key", key)
                .update();
    }

    void forget(String scope, String key) {
        jdbc.sql("delete from control.idempotency_record where scope = ? and key = ?")
                .params(scope, key)
                .update();
    }

    @Bean
    RecurringTask<Void> removeOldIdempotencyRecords() {
        return Tasks.recurring("tenancy-remove-old-idempotency-records", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> jdbc.sql("delete from control.idempotency_record where created_at < ?")
                        .param(Timestamp.from(dayAgo()))
                        .update());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private Instant dayAgo() {
        return clock.instant().minus(KEPT);
    }

    private static Kept map(ResultSet row, int number) throws SQLException {
        var body = row.getBytes("body");
        return new Kept(
                row.getString("fingerprint"),
                row.getObject("status", Integer.class),
                row.getString("content_type"),
                row.getString("location"),
                body == null ? new byte[0] : body);
    }
}
