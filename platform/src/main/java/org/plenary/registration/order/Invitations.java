package org.plenary.registration.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of invitations. Of their tokens only hashes are kept. */
@Repository
class Invitations {
    private static final String SELECT = """
            SELECT i.*, o.code FROM invitation i LEFT JOIN orders o ON o.id = i.order_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Invitations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Null when the address has an invitation to this fee already. */
    @Nullable
    UUID insert(UUID conference, String fee, String email) {
        var id = Ids.next();
        var written = jdbc.sql("""
                INSERT INTO invitation (id, conference_id, fee_key, email, created_at)
                VALUES (:id, :conference, :fee, :email, :now) ON CONFLICT DO NOTHING""")
                .param("id", id)
                .param("conference", conference)
                .param("fee", fee)
                .param("email", email)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return written == 0 ? null : id;
    }

    Optional<Invitation> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE i.id = :id")
                .param("id", id)
                .query(Invitations::row)
                .optional();
    }

    Optional<Invitation> find(UUID conference, String token) {
        return jdbc.sql(SELECT + "WHERE i.conference_id = :conference AND i.token_hashes @> ARRAY[CAST(:hash AS text)]")
                .param("conference", conference)
                .param("hash", Secrets.hash(token))
                .query(Invitations::row)
                .optional();
    }

    /** The newest first. @param after the id before which they begin */
    List<Invitation> list(UUID conference, int rows, @Nullable UUID after) {
        return jdbc.sql(SELECT + """
                WHERE i.conference_id = :conference AND (CAST(:after AS uuid) IS NULL OR i.id < :after)
                ORDER BY i.id DESC LIMIT :rows""")
                .param("conference", conference)
                .param("after", after, java.sql.Types.OTHER)
                .param("rows", rows)
                .query(Invitations::row)
                .list();
    }

    /** One more link of it, as each mail has its own. */
    void addToken(UUID id, String hash) {
        jdbc.sql("UPDATE invitation SET token_hashes = token_hashes || :hash WHERE id = :id")
                .param("hash", hash)
                .param("id", id)
                .update();
    }

    void opened(UUID id) {
        jdbc.sql("UPDATE invitation SET opened_at = :now WHERE id = :id AND opened_at IS NULL")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    /** False when it was used or revoked meanwhile. */
    boolean use(UUID id, UUID order) {
        return jdbc.sql("""
                UPDATE invitation SET used_at = :now, order_id = :order
                WHERE id = :id AND used_at IS NULL AND revoked_at IS NULL""")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("order", order)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** What an order that came to nothing used may be used again. */
    void free(UUID order) {
        jdbc.sql("UPDATE invitation SET used_at = NULL, order_id = NULL WHERE order_id = :order")
                .param("order", order)
                .update();
    }

    /** False when it was used, or revoked before. */
    boolean revoke(UUID id) {
        return jdbc.sql(
                                "UPDATE invitation SET revoked_at = :now WHERE id = :id AND used_at IS NULL AND revoked_at IS NULL")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Invitation row(ResultSet row, int number) throws SQLException {
        return new Invitation(
                row.getObject("id", UUID.class),
                row.getObject("conference_id", UUID.class),
                row.getString("fee_key"),
                row.getString("email"),
                instant(row, "opened_at"),
                instant(row, "used_at"),
                instant(row, "revoked_at"),
                row.getString("code"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
