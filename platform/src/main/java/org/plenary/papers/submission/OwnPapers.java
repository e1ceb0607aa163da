package org.plenary.papers.submission;

import java.util.Locale;
import java.util.Map;
import org.plenary.identity.OwnRecords;
import org.plenary.kernel.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The papers that somebody is an author of. They are published work: the organization keeps them when an author leaves. */
@Component
class OwnPapers implements OwnRecords {
    private final JdbcClient jdbc;
    private final Json json;

    OwnPapers(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Of the other authors the names alone, which stand on the paper. */
    @Override
    public Map<String, Object> of(Who who, Locale language) {
        var papers = json.read(
                jdbc.sql("""
                                select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text from (
                                    select p.number, p.title, p.summary, p.keywords, p.track,
                                        case when p.status = 'withdrawn' then p.status else coalesce(p.announced, 'submitted') end
                                            as status, p.submitted_at,
                                        (select jsonb_agg(case when lower(a ->> 'email') = :email then a
                                             else jsonb_build_object('name', a -> 'name') end)
                                         from jsonb_array_elements(p.authors) a) as authors
                                    from paper p
                                    where exists (select 1 from jsonb_array_elements(p.authors) a
                                                  where lower(a ->> 'email') = :email)
                                    order by p.id) t""").param("email", who.email()).query(String.class).single(), JsonNode.class);
        return papers.isEmpty() ? Map.of() : Map.of("papers", papers);
    }
}
