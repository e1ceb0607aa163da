package org.plenary.papers.query;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.papers.committee.ReviewerDesks;
import org.plenary.papers.submission.Papers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts the papers that a query asks for, by what can be said of them (CFP-09). */
@Component
class SelectionFigures {
    /** What comes of reviews is counted without papers of whoever asks, and those have the status that their authors know. */
    private static final String GROUPS = """
            with found as (select p.* from paper p where p.conference = :conference and (%s)),
            placed as (
                select coalesce((select upper(a ->> 'country') from jsonb_array_elements(authors) a
                    order by (a ->> 'corresponding')::boolean desc nulls last limit 1), '') as country from found),
            reviewed as (
                select p.id, count(r.id) as reviews, avg(r.score) as score
                from found p left join paper_review r on r.paper = p.id and r.standing = 'submitted' and not exists (
                    select from paper_review l where l.paper = r.paper and l.reviewer = r.reviewer
                        and l.round > r.round and l.standing = 'submitted')
                where not exists (select from jsonb_array_elements(p.authors) a where lower(a ->> 'email') = any (:own))
                group by p.id)
            select 'status' as part, %s as key, count(*) as papers, 1 as place from found group by 2
            union all select 'track', coalesce(track, ''), count(*), 2 from found group by track
            union all select 'type', coalesce(type, ''), count(*), 3 from found group by type
            union all select 'topic', topic, count(*), 4 from found, jsonb_array_elements_text(topics) topic group by topic
            union all select 'country', country, count(*), 5 from placed group by country
            union all select 'origin', case country when '' then '' when :home then 'domestic' else 'foreign' end, count(*), 6
                from placed group by 2
            union all select 'reviews', reviews::text, count(*), 7 from reviewed group by reviews
            union all select 'score', round(score)::text, count(*), 8 from reviewed where score is not null group by 2
            order by place, papers desc, key""";

    private final JdbcClient jdbc;
    private final ReviewerDesks desks;

    SelectionFigures(JdbcClient jdbc, ReviewerDesks desks) {
        this.jdbc = jdbc;
        this.desks = desks;
    }

    /** @param key of a status, track, type or country, or a number; empty for none */
    record Figure(String key, long papers) {}

    /**
     * By {@code status}, {@code track}, {@code type}, {@code topic}, {@code country} of the corresponding author, {@code origin} (CFP-05:
     * domestic or foreign), number of {@code reviews} and rounded mean {@code score}; what there is most of comes first, numbers in their
     * order.
     *
     * @param home the country in which the conference takes place
     * @throws org.plenary.kernel.Problem.InvalidInput at {@code /q}
     */
    @Transactional(readOnly = true)
    public Map<String, List<Figure>> of(UUID conference, String home, String text) {
        var own = desks.addresses();
        var query = PaperQuery.of(text, own);
        var values = new HashMap<>(query.values());
        values.put("conference", conference);
        values.put("home", home);
        values.put("own", new SqlArrayValue("text", own.toArray()));
        var groups = new LinkedHashMap<String, List<Figure>>();
        jdbc.sql(GROUPS.formatted(query.condition(), Papers.SEEN_STATUS))
                .params(values)
                .query((row, _) ->
                        Map.entry(row.getString("part"), new Figure(row.getString("key"), row.getLong("papers"))))
                .list()
                .forEach(entry -> groups.merge(entry.getKey(), List.of(entry.getValue()), SelectionFigures::both));
        for (var numbers : List.of("reviews", "score"))
            groups.computeIfPresent(
                    numbers,
                    (_, figures) -> figures.stream()
                            .sorted(Comparator.comparingInt(figure -> Integer.parseInt(figure.key())))
                            .toList());
        return groups;
    }

    /**
     * How long authors waited for the letter that they need to apply for travel money (CFP-07).
     *
     * @return days from submitting to the first letter, the median; null while there is no letter
     */
    @Transactional(readOnly = true)
    public @Nullable Double daysToLetter(UUID conference, String text) {
        var query = PaperQuery.of(text, desks.addresses());
        var values = new HashMap<>(query.values());
        values.put("conference", conference);
        return jdbc.sql("""
                        select percentile_cont(0.5) within group (order by extract(epoch from l.issued_at - p.submitted_at) / 86400)
                        from paper p join lateral (select min(issued_at) as issued_at from paper_letter where paper = p.id) l
                            on l.issued_at is not null
                        where p.conference = :conference and p.announced = 'accepted' and (%s)""".formatted(query.condition()))
                .params(values)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, Double.class)))
                .single()
                .orElse(null);
    }

    private static List<Figure> both(List<Figure> all, List<Figure> one) {
        return Stream.concat(all.stream(), one.stream()).toList();
    }
}
