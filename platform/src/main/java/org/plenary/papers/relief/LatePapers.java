package org.plenary.papers.relief;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.plenary.papers.committee.ReviewPlan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Papers for which fewer reviews are handed in than are wanted, and one is late or nobody has it. A revised paper is looked at again by
 * those who have it, and misses nobody.
 */
@Repository
class LatePapers {
    private static final String WANTED = """
            from paper p cross join lateral (
                select greatest(:round, coalesce(max(x.round), 0)) as round from paper_review x where x.paper = p.id) now_in
            where p.conference = :conference and p.status = 'submitted'
                and (select count(*) from paper_review r
                     where r.paper = p.id and r.round = now_in.round and r.standing = 'submitted') < :wanted
                and (:late and exists (select from paper_review r where r.paper = p.id and r.round = now_in.round
                         and r.standing in ('given', 'begun')
                         and coalesce(r.due, cast(:until as timestamptz)) < cast(:now as timestamptz))
                     or :missing and now_in.round = :round and (select count(*) from paper_review r where r.paper = p.id and r.round = now_in.round
                         and r.standing in ('given', 'begun', 'submitted')) < :wanted)
            """;

    private final JdbcClient jdbc;

    LatePapers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What papers are looked for. */
    enum Lack {
        /** One or the other. */
        ALL,
        /** A review is not there on its day. */
        LATE,
        /** Fewer people have the paper than should. */
        MISSING;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws Problem.InvalidInput at {@code /lack} */
        static Lack of(@Nullable String code) {
            if (code == null || code.isBlank()) return ALL;
            return Arrays.stream(values())
                    .filter(each -> each.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new Problem.InvalidInput("/lack", "choice", "One of all, late, missing."));
        }
    }

    /** @param after the number of the last paper that was shown */
    List<Integer> numbers(UUID conference, ReviewPlan plan, Lack lack, Instant now, int after, int limit) {
        return asked(
                        "select p.number " + WANTED + " and p.number > :after order by p.number limit :limit",
                        conference,
                        plan,
                        lack,
                        now)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> row.getInt(1))
                .list();
    }

    long count(UUID conference, ReviewPlan plan, Lack lack, Instant now) {
        return asked("select count(*) " + WANTED, conference, plan, lack, now)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec asked(String sql, UUID conference, ReviewPlan plan, Lack lack, Instant now) {
        var until = plan.reviewsUntil();
        return jdbc.sql(sql)
                .param("conference", conference)
                .param("round", plan.round())
                .param("wanted", plan.perPaper())
                .param("late", lack != Lack.MISSING)
                .param("missing", lack != Lack.LATE)
                .param("until", until == null ? null : Timestamp.from(until.instant()), Types.TIMESTAMP)
                .param("now", Timestamp.from(now));
    }
}
