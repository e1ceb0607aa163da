package org.plenary.papers.committee;

import java.util.UUID;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the bound tenant's conferences review. */
@Repository
public class ReviewPlans {
    private final JdbcClient jdbc;
    private final Json json;

    ReviewPlans(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param version 0 before it was saved for the first time */
    public record Versioned(ReviewPlan plan, long version) {}

    public ReviewPlan of(UUID conference) {
        return versioned(conference).plan();
    }

    public Versioned versioned(UUID conference) {
        return jdbc.sql("select plan, version from paper_reviewing where conference = :conference")
                .param("conference", conference)
                .query((row, _) -> new Versioned(json.read(row.getString(1), ReviewPlan.class), row.getLong(2)))
                .optional()
                .orElse(new Versioned(ReviewPlan.FIRST, 0));
    }

    /** @throws Problem.Stale when somebody else has changed it since */
    public void save(UUID conference, ReviewPlan plan, long before) {
        var count = jdbc.sql("""
                        insert into paper_reviewing (conference, plan, version) values (:conference, cast(:plan as jsonb), 1)
                        on conflict (conference) do update set plan = excluded.plan, version = paper_reviewing.version + 1
                        where paper_reviewing.version = :before""")
                .param("conference", conference)
                .param("plan", json.write(plan))
                .param("before", before)
                .update();
        if (count == 0) throw new Problem.Stale();
    }
}
