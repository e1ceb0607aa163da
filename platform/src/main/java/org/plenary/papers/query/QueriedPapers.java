package org.plenary.papers.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plenary.papers.committee.ReviewerDesks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the papers that a query asks for. */
@Component
public class QueriedPapers {
    private final JdbcClient jdbc;
    private final ReviewerDesks desks;

    QueriedPapers(JdbcClient jdbc, ReviewerDesks desks) {
        this.jdbc = jdbc;
        this.desks = desks;
    }

    /** @param number by which the papers are ordered */
    public record Found(UUID id, int number) {}

    /**
     * At most {@code limit} papers after the given number.
     *
     * @throws org.plenary.kernel.Problem.InvalidInput at {@code /q}
     */
    @Transactional(readOnly = true)
    public List<Found> find(UUID conference, String text, int after, int limit) {
        var query = PaperQuery.of(text, desks.addresses());
        return jdbc.sql(
                        "select p.id, p.number from paper p where p.conference = :conference and p.number > :after and ("
                                + query.condition() + ") order by p.number limit " + limit)
                .params(with(query, conference))
                .param("after", after)
                .query((row, _) -> new Found(row.getObject(1, UUID.class), row.getInt(2)))
                .list();
    }

    /** How many there are. @throws org.plenary.kernel.Problem.InvalidInput at {@code /q} */
    @Transactional(readOnly = true)
    public long count(UUID conference, String text) {
        var query = PaperQuery.of(text, desks.addresses());
        return jdbc.sql("select count(*) from paper p where p.conference = :conference and (" + query.condition() + ")")
                .params(with(query, conference))
                .query(Long.class)
                .single();
    }

    private static Map<String, Object> with(PaperQuery query, UUID conference) {
        var values = new HashMap<>(query.values());
        values.put("conference", conference);
        return values;
    }
}
