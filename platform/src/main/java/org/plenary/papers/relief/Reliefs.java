package org.plenary.papers.relief;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who was asked to step in in the bound tenant, and for whom it is time. */
@Repository
class Reliefs {
    private final JdbcClient jdbc;

    Reliefs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param acceptedAt null until they said yes */
    record Relief(UUID review, Instant askedAt, @Nullable Instant acceptedAt) {}

    Optional<Relief> of(UUID review) {
        return jdbc.sql("select review, asked_at, accepted_at from paper_relief where review = :review")
                .param("review", review)
                .query((row, _) -> new Relief(
                        row.getObject(1, UUID.class), row.getTimestamp(2).toInstant(), instant(row.getTimestamp(3))))
                .optional();
    }

    void ask(UUID conference, UUID review, String by, Instant now) {
        jdbc.sql("""
                        insert into paper_relief (review, conference, asked_by, asked_at)
                        values (:review, :conference, :by, :now)
                        on conflict (review) do update set asked_by = excluded.asked_by, asked_at = excluded.asked_at,
                            accepted_at = null""")
                .param("review", review)
                .param("conference", conference)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** @return whether it was not accepted before */
    boolean accept(UUID review, Instant now) {
        return jdbc.sql("update paper_relief set accepted_at = :now where review = :review and accepted_at is null")
                        .param("review", review)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** For how many papers each of a round was asked, those that they refused not counted. */
    Map<UUID, Integer> taken(UUID conference, int round) {
        var taken = new HashMap<UUID, Integer>();
        jdbc.sql("""
                        select r.reviewer, count(*) from paper_relief l join paper_review r on r.id = l.review
                        where l.conference = :conference and r.round >= :round
                            and r.standing in ('given', 'begun', 'submitted')
                        group by r.reviewer""")
                .param("conference", conference)
                .param("round", round)
                .query((row, _) -> Map.entry(row.getObject(1, UUID.class), row.getInt(2)))
                .list()
                .forEach(each -> taken.put(each.getKey(), each.getValue()));
        return taken;
    }

    /** Until the transaction ends nobody else asks this reviewer, so that what they offered is not gone beyond. */
    void lock(UUID reviewer) {
        jdbc.sql("select id from paper_reviewer where id = :reviewer for update")
                .param("reviewer", reviewer)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** A review of a paper, and its reviewer. @param due its own day; null for that of the plan */
    record Seat(
            UUID review,
            UUID paper,
            UUID reviewer,
            String name,
            String standing,
            @Nullable Instant due,
            @Nullable Instant seenAt,
            @Nullable Instant remindedAt,
            boolean isRelief,
            boolean isAccepted) {}

    /** Of the round in which each paper is: one that was revised is further than the others. */
    List<Seat> seats(Collection<UUID> papers, int round) {
        if (papers.isEmpty()) return List.of();
        return jdbc.sql("""
                        select r.id, r.paper, r.reviewer, v.name, r.standing, r.due, v.seen_at, v.reminded_at,
                            l.review is not null as relief, l.accepted_at is not null as accepted
                        from paper_review r join paper_reviewer v on v.id = r.reviewer
                            left join paper_relief l on l.review = r.id
                        where r.paper in (:papers) and r.round >= :round
                            and r.round = (select max(x.round) from paper_review x where x.paper = r.paper)
                            and r.standing <> 'proposed' order by r.id""")
                .param("papers", papers)
                .param("round", round)
                .query(Reliefs::seat)
                .list();
    }

    private static Seat seat(ResultSet row, int index) throws SQLException {
        return new Seat(
                row.getObject("id", UUID.class),
                row.getObject("paper", UUID.class),
                row.getObject("reviewer", UUID.class),
                row.getString("name"),
                row.getString("standing"),
                instant(row.getTimestamp("due")),
                instant(row.getTimestamp("seen_at")),
                instant(row.getTimestamp("reminded_at")),
                row.getBoolean("relief"),
                row.getBoolean("accepted"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
