package org.plenary.papers.cameraready;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Conditions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the final versions of all accepted papers of a conference are. */
@Repository
class FinalList {
    private static final String FROM = """
            from paper p
            left join camera_ready c on c.paper = p.id
            left join lateral (select number, pages, handed_in_at from camera_ready_file where paper = p.id
                order by number desc limit 1) f on true
            left join lateral (select max(form) as form from copyright_signature where paper = p.id) s on true
            """;

    private final JdbcClient jdbc;
    private final CopyrightForms forms;

    FinalList(JdbcClient jdbc, CopyrightForms forms) {
        this.jdbc = jdbc;
        this.forms = forms;
    }

    /**
     * One accepted paper.
     *
     * @param version the newest; 0 for none
     * @param ticked lines of the checklist
     * @param isSigned whether the copyright form is signed as far as it is asked for
     */
    public record Row(
            int number,
            String title,
            String author,
            int authors,
            String standing,
            int version,
            int pages,
            @Nullable Instant at,
            int ticked,
            boolean isSigned) {}

    /** By rising number, at most {@code limit} after the given one. @param standing null for all */
    List<Row> list(UUID conference, @Nullable FinalStanding standing, int after, int limit) {
        var required = forms.required(conference);
        var wanted = new Conditions(
                        "where p.conference = :conference and p.status = 'accepted' and p.announced = 'accepted' and p.number > :after")
                .with("conference", conference)
                .with("after", after)
                .and(
                        "coalesce(c.standing, 'missing') = :standing",
                        "standing",
                        standing == null ? null : standing.code());
        return jdbc.sql("""
                        select p.number, p.title, p.authors -> 0 ->> 'name' as author, jsonb_array_length(p.authors) as authors,
                            coalesce(c.standing, 'missing') as standing, coalesce(f.number, 0) as version, coalesce(f.pages, 0) as pages,
                            f.handed_in_at, coalesce(jsonb_array_length(c.ticked), 0) as ticked, coalesce(s.form, 0) as form
                        """ + FROM + wanted.limited("p.number", limit))
                .params(wanted.values())
                .query((row, _) -> read(row, required))
                .list();
    }

    Map<FinalStanding, Long> counts(UUID conference) {
        var counts = new EnumMap<FinalStanding, Long>(FinalStanding.class);
        jdbc.sql("""
                        select coalesce(c.standing, 'missing') as standing, count(*) as papers
                        from paper p left join camera_ready c on c.paper = p.id
                        where p.conference = :conference and p.status = 'accepted' and p.announced = 'accepted' group by 1""").param("conference", conference).query(row -> {
            counts.put(FinalStanding.of(row.getString("standing")), row.getLong("papers"));
        });
        return counts;
    }

    private static Row read(ResultSet row, int required) throws SQLException {
        var at = row.getTimestamp("handed_in_at");
        return new Row(
                row.getInt("number"),
                row.getString("title"),
                row.getString("author"),
                row.getInt("authors"),
                row.getString("standing"),
                row.getInt("version"),
                row.getInt("pages"),
                instant(at),
                row.getInt("ticked"),
                row.getInt("form") >= required);
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
