package org.plenary.papers.decision;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.papers.committee.ReviewerDesks;
import org.plenary.papers.submission.PaperStatus;
import org.plenary.papers.submission.Papers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What there is to decide, and what was decided: for staff who are authors too, no more of their own papers than all authors know. */
@Repository
class DecisionFigures {
    private static final String REVISING = """
            exists (select from paper_revision v where v.paper = p.id and v.handed_in_at is null)""";

    private static final String OF_OWN = """
            exists (select from jsonb_array_elements(authors) a where lower(trim(a ->> 'email')) = any (:own))""";

    private final JdbcClient jdbc;
    private final ReviewerDesks desks;

    DecisionFigures(JdbcClient jdbc, ReviewerDesks desks) {
        this.jdbc = jdbc;
        this.desks = desks;
    }

    /**
     * @param track its key; empty for papers without one
     * @param reviewed undecided papers that have a review at least
     * @param revising undecided papers that their authors are to revise and have not handed in
     */
    record Track(String track, int papers, int undecided, int reviewed, int revising, int accepted, int rejected) {
        /** Of those decided, in percent; null while none is. */
        public @Nullable Integer rate() {
            var decided = accepted + rejected;
            return decided == 0 ? null : Math.round(100f * accepted / decided);
        }
    }

    /** Papers that are not withdrawn, by track. */
    @Transactional(readOnly = true)
    public List<Track> tracks(UUID conference) {
        return jdbc.sql("""
                        select coalesce(p.track, ''), count(*), count(*) filter (where p.seen = 'submitted'),
                            count(*) filter (where p.seen = 'submitted' and not p.is_own and exists (
                                select from paper_review r where r.paper = p.id and r.standing = 'submitted')),
                            count(*) filter (where p.seen = 'submitted' and not p.is_own and %s),
                            count(*) filter (where p.seen = 'accepted'), count(*) filter (where p.seen = 'rejected')
                        from (select id, track, %s as seen, %s as is_own from paper
                            where conference = :conference and status <> 'withdrawn') p
                        group by 1 order by 1""".formatted(REVISING, Papers.SEEN_STATUS, OF_OWN))
                .param("conference", conference)
                .param("own", new SqlArrayValue("text", desks.addresses().toArray()))
                .query((row, _) -> new Track(
                        row.getString(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7)))
                .list();
    }

    /** @param accepted and {@code rejected} and {@code revisions} asked for, of which the authors do not know */
    record Unannounced(int accepted, int rejected, int revisions) {
        public int all() {
            return accepted + rejected + revisions;
        }
    }

    /** Without papers of whoever asks. */
    @Transactional(readOnly = true)
    public Unannounced unannounced(UUID conference) {
        return jdbc.sql("""
                        select count(*) filter (where status = 'accepted'), count(*) filter (where status = 'rejected'),
                            (select count(*) from paper_revision v join paper p on p.id = v.paper
                                where v.conference = :conference and v.told_at is null and p.status = 'submitted' and not %1$s)
                        from paper where conference = :conference and status in ('accepted', 'rejected')
                            and announced is distinct from status and not %1$s""".formatted(OF_OWN))
                .param("conference", conference)
                .param("own", new SqlArrayValue("text", desks.addresses().toArray()))
                .query((row, _) -> new Unannounced(row.getInt(1), row.getInt(2), row.getInt(3)))
                .single();
    }

    /** The papers of which the authors are to be told, by number; at most {@code limit}. */
    List<UUID> unannounced(UUID conference, int limit) {
        return jdbc.sql("""
                        select id from paper where conference = :conference and status in ('accepted', 'rejected')
                            and announced is distinct from status order by number limit :limit""")
                .param("conference", conference)
                .param("limit", limit)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /**
     * The papers of some tracks that are not withdrawn, the best first; what has no review comes last, and what its authors are still
     * revising is left out. Of a reviewer who looked again the newest review counts.
     *
     * @param own addresses of whoever asks: their own papers are left out
     * @param limit of them
     */
    @Transactional(readOnly = true)
    public List<Candidate> candidates(UUID conference, Collection<String> tracks, Set<String> own, int limit) {
        return jdbc.sql("""
                        select p.id, p.number, p.title, coalesce(p.track, '') as track, p.status, count(r.id) as reviews,
                            sum(r.score * coalesce(r.confidence, 1))::float8 / nullif(sum(coalesce(r.confidence, 1)), 0) as score,
                            min(r.score) as lowest, max(r.score) as highest
                        from paper p left join paper_review r
                            on r.paper = p.id and r.standing = 'submitted' and r.score is not null and not exists (
                                select from paper_review l where l.paper = r.paper and l.reviewer = r.reviewer
                                    and l.round > r.round and l.standing = 'submitted')
                        where p.conference = :conference and p.status <> 'withdrawn' and coalesce(p.track, '') = any (:tracks)
                            and not exists (select from jsonb_array_elements(p.authors) a where lower(a ->> 'email') = any (:own))
                            and not (p.status = 'submitted' and %s)
                        group by p.id order by score desc nulls last, p.number limit :limit""".formatted(REVISING))
                .param("conference", conference)
                .param("tracks", new SqlArrayValue("text", tracks.toArray()))
                .param("own", new SqlArrayValue("text", own.toArray()))
                .param("limit", limit)
                .query((row, _) -> new Candidate(
                        row.getObject("id", UUID.class),
                        row.getInt("number"),
                        row.getString("title"),
                        row.getString("track"),
                        PaperStatus.of(row.getString("status")).orElseThrow(),
                        row.getInt("reviews"),
                        row.getObject("score", Double.class),
                        row.getObject("lowest", Integer.class),
                        row.getObject("highest", Integer.class)))
                .list();
    }
}
