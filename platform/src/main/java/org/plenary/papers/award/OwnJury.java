package org.plenary.papers.award;

import java.util.Locale;
import java.util.Map;
import org.plenary.identity.OwnRecords;
import org.plenary.kernel.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What somebody did in a jury, by their address. When they leave, their votes stay in the count, and nobody's name stands beside them
 * any more.
 */
@Component
class OwnJury implements OwnRecords {
    private final JdbcClient jdbc;
    private final Json json;

    OwnJury(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Map<String, Object> of(Who who, Locale language) {
        var juries = json.read(
                jdbc.sql("""
                                select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text from (
                                    select j.name, j.email, j.asked_at, j.reminded_at,
                                        (select jsonb_agg(jsonb_build_object('award', a.plan -> 'name', 'cast_at', b.cast_at, 'ranking',
                                             (select jsonb_agg(p.number order by r.place)
                                              from jsonb_array_elements_text(b.ballot -> 'ranking') with ordinality r (paper, place)
                                              join paper p on p.id = cast(r.paper as uuid))) order by a.id)
                                         from paper_award_ballot b join paper_award a on a.id = b.award where b.juror = j.id) as votes
                                    from paper_award_juror j where j.email = :email order by j.id) t""").param("email", who.email()).query(String.class).single(), JsonNode.class);
        return juries.isEmpty() ? Map.of() : Map.of("juries", juries);
    }

    @Override
    public void leave(Who who) {
        jdbc.sql("update paper_award_juror set name = '', email = id::text where email = :email")
                .param("email", who.email())
                .update();
    }
}
