package org.plenary.papers.delegation;

import java.util.Locale;
import java.util.Map;
import org.plenary.identity.OwnRecords;
import org.plenary.kernel.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What somebody was asked to write for a reviewer, by their address, and what they wrote. When they leave, what was not handed over goes;
 * what the reviewer has belongs to the record of the conference and stays, and nobody's name stands beside it any more.
 */
@Component
class OwnSubReviews implements OwnRecords {
    private final JdbcClient jdbc;
    private final Json json;

    OwnSubReviews(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Map<String, Object> of(Who who, Locale language) {
        var asked = json.read(
                jdbc.sql("""
                                select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text from (
                                    select p.number as paper, s.name, s.email, s.affiliation, s.standing, s.reason, s.note, s.score,
                                        s.confidence, s.for_authors, s.for_chairs, s.asked_at, s.due, s.handed_at
                                    from paper_sub_review s join paper p on p.id = s.paper
                                    where s.email = :email order by s.id) t""").param("email", who.email()).query(String.class).single(), JsonNode.class);
        return asked.isEmpty() ? Map.of() : Map.of("sub_reviews", asked);
    }

    @Override
    public void leave(Who who) {
        jdbc.sql("delete from paper_sub_review where email = :email and standing <> 'handed'")
                .param("email", who.email())
                .update();
        jdbc.sql("""
                        update paper_sub_review set name = '', email = '', affiliation = null, reason = null, version = version + 1
                        where email = :email""").param("email", who.email()).update();
    }
}
