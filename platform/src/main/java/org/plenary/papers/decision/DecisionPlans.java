package org.plenary.papers.decision;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.papers.submission.Embargo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the bound tenant's conferences decide. */
@Repository
public class DecisionPlans implements Embargo {
    private final JdbcClient jdbc;
    private final Json json;

    DecisionPlans(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param signature the picture of one; @param version 0 before it was saved for the first time */
    record Versioned(DecisionPlan plan, @Nullable UUID signature, long version) {
        static final Versioned FIRST = new Versioned(DecisionPlan.FIRST, null, 0);
    }

    public DecisionPlan of(UUID conference) {
        return versioned(conference).plan();
    }

    Versioned versioned(UUID conference) {
        return jdbc.sql("select plan, signature, version from paper_deciding where conference = :conference")
                .param("conference", conference)
                .query((row, _) -> new Versioned(
                        json.read(row.getString(1), DecisionPlan.class), row.getObject(2, UUID.class), row.getLong(3)))
                .optional()
                .orElse(Versioned.FIRST);
    }

    /** The conferences whose decisions are announced at a time. */
    List<UUID> dated() {
        return jdbc.sql("""
                        select conference from paper_deciding
                        where plan ->> 'held' = 'true' and plan ->> 'announce_at' is not null order by conference""").query((row, _) -> row.getObject(1, UUID.class)).list();
    }

    @Override
    public boolean holds(UUID conference) {
        return of(conference).held();
    }

    /** @throws Problem.Stale when somebody else has changed it since */
    void save(UUID conference, Versioned plan) {
        var count = jdbc.sql("""
                        insert into paper_deciding (conference, plan, signature, version)
                        values (:conference, cast(:plan as jsonb), :signature, 1)
                        on conflict (conference) do update set plan = excluded.plan, signature = excluded.signature,
                            version = paper_deciding.version + 1
                        where paper_deciding.version = :before""")
                .param("conference", conference)
                .param("plan", json.write(plan.plan()))
                .param("signature", plan.signature(), java.sql.Types.OTHER)
                .param("before", plan.version())
                .update();
        if (count == 0) throw new Problem.Stale();
    }

    /** Two that ask for letters at once come one after the other, until the end of the caller's transaction. */
    void lockLetters(UUID conference) {
        jdbc.sql("""
                        insert into paper_deciding (conference, plan, version) values (:conference, cast(:plan as jsonb), 1)
                        on conflict (conference) do nothing""")
                .param("conference", conference)
                .param("plan", json.write(DecisionPlan.FIRST))
                .update();
        jdbc.sql("select next_letter from paper_deciding where conference = :conference for update")
                .param("conference", conference)
                .query(Long.class)
                .single();
    }

    /** The next number of a series that the caller has locked: without gaps, for one that is not used is given again. */
    long nextLetter(UUID conference) {
        return jdbc.sql("""
                        update paper_deciding set next_letter = next_letter + 1 where conference = :conference
                        returning next_letter - 1""").param("conference", conference).query(Long.class).single();
    }
}
