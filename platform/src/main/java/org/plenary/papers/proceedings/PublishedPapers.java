package org.plenary.papers.proceedings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.Papers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The papers of volumes that are out, as they were written down then. A paper that was withdrawn since is none of them. */
@Repository
class PublishedPapers {
    private static final String FROM = """
            from proceedings_paper o join paper p on p.id = o.paper and p.status = 'accepted' and p.announced = 'accepted'
            join proceedings v on v.conference = o.conference and v.published_at is not null
            where o.conference = :conference and o.first_page is not null
            """;

    private final JdbcClient jdbc;
    private final Papers papers;

    PublishedPapers(JdbcClient jdbc, Papers papers) {
        this.jdbc = jdbc;
        this.papers = papers;
    }

    /** @param doi null when the volume has none */
    record Published(
            Paper paper,
            UUID file,
            int firstPage,
            int pages,
            @Nullable String doi) {
        public int lastPage() {
            return firstPage + pages - 1;
        }

        public int number() {
            return paper.number();
        }

        public String title() {
            return paper.content().title();
        }
    }

    private record Row(
            UUID paper,
            UUID file,
            int firstPage,
            int pages,
            @Nullable String doi) {}

    /** By pages, at most {@code limit} behind the page {@code after}. */
    List<Published> list(UUID conference, int after, int limit) {
        var rows = jdbc.sql("select o.* " + FROM + "and o.first_page > :after order by o.first_page limit :limit")
                .param("conference", conference)
                .param("after", after)
                .param("limit", limit)
                .query(PublishedPapers::read)
                .list();
        return joined(rows);
    }

    Optional<Published> byNumber(UUID conference, int number) {
        var rows = jdbc.sql("select o.* " + FROM + "and p.number = :number")
                .param("conference", conference)
                .param("number", number)
                .query(PublishedPapers::read)
                .list();
        return joined(rows).stream().findFirst();
    }

    long count(UUID conference) {
        return jdbc.sql("select count(*) " + FROM)
                .param("conference", conference)
                .query(Long.class)
                .single();
    }

    /** Whether every paper that was in the volume still is: else its PDF has pages that nobody may see. */
    boolean isWhole(UUID conference) {
        return jdbc.sql("""
                        select not exists (select from proceedings_paper o join paper p on p.id = o.paper
                            where o.conference = :conference and o.first_page is not null and p.status <> 'accepted')""")
                .param("conference", conference)
                .query(Boolean.class)
                .single();
    }

    private List<Published> joined(List<Row> rows) {
        var known = papers.byIds(rows.stream().map(Row::paper).toList()).stream()
                .collect(Collectors.toMap(Paper::id, Function.identity()));
        return rows.stream()
                .filter(row -> known.containsKey(row.paper()))
                .map(row -> new Published(
                        Objects.requireNonNull(known.get(row.paper())),
                        row.file(),
                        row.firstPage(),
                        row.pages(),
                        row.doi()))
                .toList();
    }

    private static Row read(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getObject("paper", UUID.class),
                row.getObject("file", UUID.class),
                row.getInt("first_page"),
                row.getInt("pages"),
                row.getString("doi"));
    }
}
