package org.plenary.papers.delegation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.CsvCell;
import org.plenary.kernel.web.Phrases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whom the proceedings thank: who handed in a review, and who wrote for them. By name and not by paper, so that it tells nobody who
 * reviewed what.
 */
@Component
class Acknowledgement {
    private final JdbcClient jdbc;
    private final Phrases phrases;
    private final AuditTrail audit;

    Acknowledgement(JdbcClient jdbc, Phrases phrases, AuditTrail audit) {
        this.jdbc = jdbc;
        this.phrases = phrases;
        this.audit = audit;
    }

    private record Person(String role, String name, String affiliation, int reviews) {}

    /** The mark tells spreadsheets that the text is UTF-8. */
    byte[] csv(ConferenceView conference, Locale locale) {
        audit.record("reviewers.thanks-exported", conference.id().toString(), Map.of("conference", conference.slug()));
        var text = new StringBuilder("\uFEFF")
                .append(CsvCell.line(List.of(
                        phrases.text("papers.sub-review.csv-name", locale),
                        phrases.text("papers.sub-review.csv-affiliation", locale),
                        phrases.text("papers.sub-review.csv-role", locale),
                        phrases.text("papers.sub-review.csv-reviews", locale))));
        for (var person : people(conference))
            text.append(CsvCell.line(List.of(
                    person.name(),
                    person.affiliation(),
                    phrases.text("papers.sub-review.role-" + person.role(), locale),
                    String.valueOf(person.reviews()))));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<Person> people(ConferenceView conference) {
        return jdbc.sql("""
                        select 'reviewer' as role, v.name, coalesce(v.profile ->> 'affiliation', '') as affiliation, count(*) as n
                        from paper_reviewer v join paper_review r on r.reviewer = v.id
                        where v.conference = :conference and r.standing = 'submitted' and v.name <> '' group by v.id
                        union all
                        select 'sub-reviewer', max(s.name), coalesce(max(s.affiliation), ''), count(*)
                        from paper_sub_review s join paper_review r on r.id = s.review
                        where s.conference = :conference and s.standing = 'handed' and r.standing = 'submitted' and s.email <> ''
                        group by s.email
                        order by role, name""")
                .param("conference", conference.id())
                .query((row, _) -> new Person(row.getString(1), row.getString(2), row.getString(3), row.getInt(4)))
                .list();
    }
}
