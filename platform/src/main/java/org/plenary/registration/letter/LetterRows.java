package org.plenary.registration.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of letters. They say who holds one, and nothing of a passport. */
@Repository
class LetterRows {
    private static final String ROWS = """
            SELECT l.*, d.status = 'confirmed' AS holder_in FROM letter l JOIN delegate d ON d.id = l.delegate_id\s""";

    private final JdbcClient jdbc;

    LetterRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Letter> ofCode(UUID conference, String code) {
        return jdbc.sql(ROWS + "WHERE l.conference_id = :conference AND l.code = :code")
                .param("conference", conference)
                .param("code", code.strip().toUpperCase(Locale.ROOT))
                .query(LetterRows::row)
                .optional();
    }

    Optional<Letter> find(UUID conference, UUID id) {
        return jdbc.sql(ROWS + "WHERE l.conference_id = :conference AND l.id = :id")
                .param("conference", conference)
                .param("id", id)
                .query(LetterRows::row)
                .optional();
    }

    Optional<Letter> current(UUID delegate, Kind kind) {
        return jdbc.sql(ROWS + "WHERE l.delegate_id = :delegate AND l.kind = :kind AND l.replaced_at IS NULL")
                .param("delegate", delegate)
                .param("kind", kind.wire())
                .query(LetterRows::row)
                .optional();
    }

    /** All that a delegate was ever issued, the newest first. */
    List<Letter> of(UUID delegate) {
        return jdbc.sql(ROWS + "WHERE l.delegate_id = :delegate ORDER BY l.issued_at DESC, l.id DESC")
                .param("delegate", delegate)
                .query(LetterRows::row)
                .list();
    }

    /** The kinds of which staff took back the delegate's letter and issued no other. */
    Set<Kind> revoked(UUID delegate) {
        return jdbc
                .sql(
                        "SELECT kind FROM letter WHERE delegate_id = :delegate AND replaced_at IS NULL AND revoked_at IS NOT NULL")
                .param("delegate", delegate)
                .query(String.class)
                .set()
                .stream()
                .map(Kind::of)
                .collect(Collectors.toSet());
    }

    /** The language of the delegate's order, in which letters are written. */
    Locale locale(UUID delegate) {
        return Locale.forLanguageTag(
                jdbc.sql("SELECT o.locale FROM delegate d JOIN orders o ON o.id = d.order_id WHERE d.id = :delegate")
                        .param("delegate", delegate)
                        .query(String.class)
                        .single());
    }

    /** Who is written to about a delegate's letters. @param email empty when it was erased */
    record Addressee(UUID order, String code, String name, String email, Locale locale, String delegate) {}

    /** Whoever registered them, for their link opens the letters. */
    Addressee addressee(UUID delegate) {
        return jdbc.sql("""
                SELECT o.id, o.code, o.contact_name, o.contact_email, o.locale, d.name FROM delegate d
                JOIN orders o ON o.id = d.order_id WHERE d.id = :delegate""")
                .param("delegate", delegate)
                .query((row, _) -> new Addressee(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Locale.forLanguageTag(row.getString(5)),
                        row.getString(6)))
                .single();
    }

    /** Two that ask at once come one after the other, until the end of the caller's transaction. */
    void lockSeries(UUID conference, Kind kind) {
        jdbc.sql("""
                INSERT INTO letter_series (conference_id, kind, next) VALUES (:conference, :kind, 1)
                ON CONFLICT (conference_id, kind) DO NOTHING""").param("conference", conference).param("kind", kind.wire()).update();
        jdbc.sql("SELECT next FROM letter_series WHERE conference_id = :conference AND kind = :kind FOR UPDATE")
                .param("conference", conference)
                .param("kind", kind.wire())
                .query(Long.class)
                .single();
    }

    /** The next number of a series that the caller has locked: without gaps, for one that is not used is given again. */
    long next(UUID conference, Kind kind) {
        return jdbc.sql("""
                UPDATE letter_series SET next = next + 1 WHERE conference_id = :conference AND kind = :kind
                RETURNING next - 1""")
                .param("conference", conference)
                .param("kind", kind.wire())
                .query(Long.class)
                .single();
    }

    void insert(Letter letter) {
        jdbc.sql("""
                INSERT INTO letter (id, conference_id, delegate_id, kind, number, code, holder, fingerprint, issued_at)
                VALUES (:id, :conference, :delegate, :kind, :number, :code, :holder, :fingerprint, :now)""")
                .param("id", letter.id())
                .param("conference", letter.conference())
                .param("delegate", letter.delegate())
                .param("kind", letter.kind().wire())
                .param("number", letter.number())
                .param("code", letter.code())
                .param("holder", letter.holder())
                .param("fingerprint", letter.fingerprint())
                .param("now", Timestamp.from(letter.issuedAt()))
                .update();
    }

    void replace(UUID id, Instant now) {
        jdbc.sql("UPDATE letter SET replaced_at = :now WHERE id = :id")
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    /** @return whether it stood until now */
    boolean revoke(UUID id, Instant now) {
        return jdbc.sql(
                                "UPDATE letter SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL AND replaced_at IS NULL")
                        .param("now", Timestamp.from(now))
                        .param("id", id)
                        .update()
                > 0;
    }

    private static Letter row(ResultSet row, int number) throws SQLException {
        return new Letter(
                row.getObject("id", UUID.class),
                row.getObject("conference_id", UUID.class),
                row.getObject("delegate_id", UUID.class),
                Kind.of(row.getString("kind")),
                row.getString("number"),
                row.getString("code"),
                row.getString("holder"),
                row.getString("fingerprint"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getTimestamp("revoked_at") != null,
                row.getTimestamp("replaced_at") != null,
                row.getBoolean("holder_in"));
    }
}
