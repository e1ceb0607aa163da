package org.plenary.papers.award;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.plenary.kernel.Json;
import org.plenary.kernel.LocalizedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The certificates of the bound tenant's winners. There are none of what is not announced. */
@Repository
class AwardCertificates {
    private static final String ROWS = """
            select c.*, p.status = 'accepted' and p.announced = 'accepted' as accepted
            from paper_award_certificate c join paper p on p.id = c.paper\s""";

    private final JdbcClient jdbc;
    private final Json json;

    AwardCertificates(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<AwardCertificate> ofPaper(UUID paper) {
        return jdbc.sql(ROWS + "where c.paper = :paper order by c.number")
                .param("paper", paper)
                .query(this::read)
                .list();
    }

    List<AwardCertificate> ofAward(UUID award) {
        return jdbc.sql(ROWS + "where c.award = :award order by c.number")
                .param("award", award)
                .query(this::read)
                .list();
    }

    Optional<AwardCertificate> ofCode(UUID conference, String code) {
        return jdbc.sql(ROWS + "where c.conference = :conference and c.code = :code")
                .param("conference", conference)
                .param("code", code.strip().toUpperCase(Locale.ROOT))
                .query(this::read)
                .optional();
    }

    /** The next number, without gaps, for a caller that has locked the awards of the conference: none is ever taken away. */
    long next(UUID conference) {
        return jdbc.sql("select count(*) + 1 from paper_award_certificate where conference = :conference")
                .param("conference", conference)
                .query(Long.class)
                .single();
    }

    void insert(AwardCertificate certificate) {
        jdbc.sql("""
                        insert into paper_award_certificate (id, conference, award, paper, number, code, award_name, title, authors, student,
                            issued_at)
                        values (:id, :conference, :award, :paper, :number, :code, cast(:name as jsonb), :title, :authors, :student, :at)""")
                .param("id", certificate.id())
                .param("conference", certificate.conference())
                .param("award", certificate.award())
                .param("paper", certificate.paper())
                .param("number", certificate.number())
                .param("code", certificate.code())
                .param("name", json.write(certificate.awardName()))
                .param("title", certificate.title())
                .param("authors", certificate.authors())
                .param("student", certificate.student())
                .param("at", certificate.issuedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private AwardCertificate read(ResultSet row, int index) throws SQLException {
        return new AwardCertificate(
                row.getObject("id", UUID.class),
                row.getObject("conference", UUID.class),
                row.getObject("award", UUID.class),
                row.getObject("paper", UUID.class),
                row.getString("number"),
                row.getString("code"),
                json.read(row.getString("award_name"), LocalizedText.class),
                row.getString("title"),
                row.getString("authors"),
                row.getString("student"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("accepted"));
    }
}
