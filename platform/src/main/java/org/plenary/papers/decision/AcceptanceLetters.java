package org.plenary.papers.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The letters of acceptance of the bound tenant. */
@Repository
class AcceptanceLetters {
    private static final String ROWS = """
            select l.*, p.status = 'accepted' and p.announced = 'accepted' as accepted
            from paper_letter l join paper p on p.id = l.paper\s""";

    private final JdbcClient jdbc;

    AcceptanceLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of a paper, by their numbers, without the ones that others took the place of. */
    List<AcceptanceLetter> of(UUID paper) {
        return jdbc.sql(ROWS + "where l.paper = :paper and l.replaced_at is null order by l.issued_at, l.number")
                .param("paper", paper)
                .query(AcceptanceLetters::read)
                .list();
    }

    Optional<AcceptanceLetter> find(UUID paper, UUID id) {
        return jdbc.sql(ROWS + "where l.paper = :paper and l.id = :id")
                .param("paper", paper)
                .param("id", id)
                .query(AcceptanceLetters::read)
                .optional();
    }

    Optional<AcceptanceLetter> ofCode(UUID conference, String code) {
        return jdbc.sql(ROWS + "where l.conference = :conference and l.code = :code")
                .param("conference", conference)
                .param("code", code.strip().toUpperCase(Locale.ROOT))
                .query(AcceptanceLetters::read)
                .optional();
    }

    void insert(AcceptanceLetter letter) {
        jdbc.sql("""
                        insert into paper_letter (id, conference, paper, number, code, holder, email, affiliation, title, authors, issued_at)
                        values (:id, :conference, :paper, :number, :code, :holder, :email, :affiliation, :title, :authors, :at)""")
                .param("id", letter.id())
                .param("conference", letter.conference())
                .param("paper", letter.paper())
                .param("number", letter.number())
                .param("code", letter.code())
                .param("holder", letter.holder())
                .param("email", letter.email())
                .param("affiliation", letter.affiliation())
                .param("title", letter.title())
                .param("authors", letter.authors())
                .param("at", letter.issuedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void replace(UUID id, Instant now) {
        jdbc.sql("update paper_letter set replaced_at = :now where id = :id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** @return whether it stood until now */
    boolean revoke(UUID id, Instant now) {
        return jdbc.sql("""
                                update paper_letter set revoked_at = :now
                                where id = :id and revoked_at is null and replaced_at is null""")
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                > 0;
    }

    private static AcceptanceLetter read(ResultSet row, int index) throws SQLException {
        return new AcceptanceLetter(
                row.getObject("id", UUID.class),
                row.getObject("conference", UUID.class),
                row.getObject("paper", UUID.class),
                row.getString("number"),
                row.getString("code"),
                row.getString("holder"),
                row.getString("email"),
                row.getString("affiliation"),
                row.getString("title"),
                row.getString("authors"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getTimestamp("revoked_at") != null,
                row.getTimestamp("replaced_at") != null,
                row.getBoolean("accepted"));
    }
}
