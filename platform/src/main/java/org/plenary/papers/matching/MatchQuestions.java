package org.plenary.papers.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the chairs of the bound tenant asked about pairs; the newest answer of each pair is kept. */
@Repository
class MatchQuestions {
    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    MatchQuestions(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Asks anew; an answer from before is forgotten. @return its id */
    UUID ask(UUID conference, UUID paper, UUID reviewer) {
        return jdbc.sql("""
                        insert into paper_match_question (id, conference, paper, reviewer, asked_at)
                        values (:id, :conference, :paper, :reviewer, :now)
                        on conflict (conference, paper, reviewer) do update set id = excluded.id, answer = null,
                            asked_at = excluded.asked_at
                        returning id""")
                .param("id", Ids.next())
                .param("conference", conference)
                .param("paper", paper)
                .param("reviewer", reviewer)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getObject(1, UUID.class))
                .single();
    }

    Optional<MatchQuestion> byId(UUID id) {
        return jdbc.sql("select * from paper_match_question where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    void answer(UUID id, MatchQuestion.Answer answer) {
        jdbc.sql("update paper_match_question set answer = cast(:answer as jsonb) where id = :id")
                .param("answer", json.write(answer))
                .param("id", id)
                .update();
    }

    private MatchQuestion read(ResultSet row, int index) throws SQLException {
        var answer = row.getString("answer");
        return new MatchQuestion(
                row.getObject("id", UUID.class),
                row.getObject("conference", UUID.class),
                row.getObject("paper", UUID.class),
                row.getObject("reviewer", UUID.class),
                answer == null ? null : json.read(answer, MatchQuestion.Answer.class),
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
    }
}
