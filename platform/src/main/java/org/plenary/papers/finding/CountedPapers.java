package org.plenary.papers.finding;

import java.util.List;
import java.util.UUID;
import org.plenary.papers.PaperNumbers;
import org.plenary.papers.submission.Papers;
import org.plenary.papers.submission.StaffAuthors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts papers in the database; withdrawn ones are left out, and those of whoever asks stand where authors know them to stand. */
@Component
class CountedPapers implements PaperNumbers {
    private final JdbcClient jdbc;
    private final StaffAuthors staff;

    CountedPapers(JdbcClient jdbc, StaffAuthors staff) {
        this.jdbc = jdbc;
        this.staff = staff;
    }

    @Override
    @Transactional(readOnly = true)
    public Numbers of(UUID conference) {
        var byCountry = counts(conference, """
                select coalesce((select a.value ->> 'country' from jsonb_array_elements(authors) a
                    where (a.value ->> 'corresponding')::boolean limit 1), '') as key, count(*) as papers
                from paper where conference = :conference and status <> 'withdrawn'
                group by 1 order by 2 desc, 1""");
        var byTrack = counts(conference, """
                select coalesce(track, '') as key, count(*) as papers from paper
                where conference = :conference and status <> 'withdrawn'
                group by 1 order by 2 desc, 1""");
        return jdbc.sql("""
                        select count(*) as submitted, count(*) filter (where %s = 'accepted') as accepted
                        from paper where conference = :conference and status <> 'withdrawn'""".formatted(Papers.SEEN_STATUS))
                .param("own", new SqlArrayValue("text", staff.addresses().toArray()))
                .param("conference", conference)
                .query((row, _) -> new Numbers(row.getInt("submitted"), row.getInt("accepted"), byCountry, byTrack))
                .single();
    }

    private List<Count> counts(UUID conference, String sql) {
        return jdbc.sql(sql)
                .param("conference", conference)
                .query((row, _) -> new Count(row.getString("key"), row.getInt("papers")))
                .list();
    }
}
