package org.plenary.papers.review;

import java.util.List;
import java.util.UUID;
import org.plenary.papers.committee.ReviewPlan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How far the reviews of a conference are. */
@Component
class Progress {
    private static final int SHOWN = 50;

    private final JdbcClient jdbc;

    Progress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param papers that wait for a decision
     * @param wanted reviews of them
     * @param proposed that only the chairs see
     * @param given of which nothing is written yet, and so on
     */
    record Figures(
            long papers,
            long wanted,
            long reviewers,
            long proposed,
            long given,
            long begun,
            long submitted,
            long returned) {
        /** Reviews that nobody has. */
        public long missing() {
            return Math.max(0, wanted - given - begun - submitted);
        }
    }

    @Transactional(readOnly = true)
    public Figures of(UUID conference, ReviewPlan plan) {
        var papers = jdbc.sql("select count(*) from paper where conference = :conference and status = 'submitted'")
                .param("conference", conference)
                .query(Long.class)
                .single();
        var reviewers = jdbc.sql(
                        "select count(*) from paper_reviewer where conference = :conference and standing = 'accepted'")
                .param("conference", conference)
                .query(Long.class)
                .single();
        return jdbc.sql("""
                        select count(*) filter (where r.standing = 'proposed'), count(*) filter (where r.standing = 'given'),
                            count(*) filter (where r.standing = 'begun'), count(*) filter (where r.standing = 'submitted'),
                            count(*) filter (where r.standing = 'returned')
                        from paper_review r join paper p on p.id = r.paper
                        where r.conference = :conference and r.round = :round and p.status = 'submitted'""")
                .param("conference", conference)
                .param("round", plan.round())
                .query((row, _) -> new Figures(
                        papers,
                        papers * plan.perPaper(),
                        reviewers,
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5)))
                .single();
    }

    /** How much somebody has. @param open reviews that are not handed in */
    record Load(UUID reviewer, String name, int most, long open, long submitted) {}

    /** Those with the most open reviews first, at most 50. */
    @Transactional(readOnly = true)
    public List<Load> loads(UUID conference, ReviewPlan plan) {
        return jdbc.sql("""
                        select v.id, v.name, cast(v.seat ->> 'most' as int),
                            count(r.id) filter (where r.standing in ('given', 'begun')) as open,
                            count(r.id) filter (where r.standing = 'submitted')
                        from paper_reviewer v left join paper_review r on r.reviewer = v.id and r.round = :round
                        where v.conference = :conference and v.standing = 'accepted'
                        group by v.id order by open desc, v.name limit :most""")
                .param("conference", conference)
                .param("round", plan.round())
                .param("most", SHOWN)
                .query((row, _) -> new Load(
                        row.getObject(1, UUID.class), row.getString(2), row.getInt(3), row.getLong(4), row.getLong(5)))
                .list();
    }

    /** A paper with too few reviewers. @param has how many */
    record Lack(int number, String title, long has) {}

    /** Papers that fewer people review than there should be, at most 50. */
    @Transactional(readOnly = true)
    public List<Lack> lacking(UUID conference, ReviewPlan plan) {
        return jdbc.sql("""
                        select p.number, p.title, count(r.id) as has
                        from paper p left join paper_review r on r.paper = p.id and r.round = :round
                            and r.standing in ('given', 'begun', 'submitted')
                        where p.conference = :conference and p.status = 'submitted'
                        group by p.id having count(r.id) < :wanted order by has, p.number limit :most""")
                .param("conference", conference)
                .param("round", plan.round())
                .param("wanted", plan.perPaper())
                .param("most", SHOWN)
                .query((row, _) -> new Lack(row.getInt(1), row.getString(2), row.getLong(3)))
                .list();
    }
}
