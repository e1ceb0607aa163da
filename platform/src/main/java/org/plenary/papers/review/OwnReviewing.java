package org.plenary.papers.review;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.plenary.identity.OwnRecords;
import org.plenary.kernel.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What somebody said of themselves as a reviewer, and what they wrote. Reviews belong to the record of a conference: when a reviewer
 * leaves they stay, and nobody's name stands beside them any more. Of the papers only the numbers are told: they are other people's.
 */
@Component
class OwnReviewing implements OwnRecords {
    private final JdbcClient jdbc;
    private final Json json;

    OwnReviewing(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Map<String, Object> of(Who who, Locale language) {
        var reviewing = json.read(
                jdbc.sql("""
                                select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text from (
                                    select v.name, v.email, v.profile, v.standing, v.reason, v.asked_at, v.answered_at,
                                        (select jsonb_agg(jsonb_build_object('paper', p.number, 'standing', r.standing,
                                             'score', r.score, 'confidence', r.confidence, 'for_authors', r.for_authors,
                                             'for_chairs', r.for_chairs, 'submitted_at', r.submitted_at) order by r.id)
                                         from paper_review r join paper p on p.id = r.paper
                                         where r.reviewer = v.id and r.standing <> 'proposed') as reviews,
                                        (select jsonb_agg(jsonb_build_object('text', c.text, 'at', c.written_at) order by c.id)
                                         from paper_comment c where c.reviewer = v.id) as comments
                                    from paper_reviewer v where v.account = :account or v.email = :email
                                    order by v.id) t""")
                        .param("account", who.account())
                        .param("email", who.email())
                        .query(String.class)
                        .single(),
                JsonNode.class);
        return reviewing.isEmpty() ? Map.of() : Map.of("reviewing", reviewing);
    }

    @Override
    public void leave(Who who) {
        var reviewers = jdbc.sql("select id from paper_reviewer where account = :account or email = :email for update")
                .param("account", who.account())
                .param("email", who.email())
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
        if (reviewers.isEmpty()) return;
        jdbc.sql("""
                        delete from paper_review where reviewer in (:reviewers) and standing in ('proposed', 'given', 'begun')""").param("reviewers", reviewers).update();
        jdbc.sql("delete from paper_bid where reviewer in (:reviewers)")
                .param("reviewers", reviewers)
                .update();
        jdbc.sql("""
                        update paper_reviewer set account = null, name = '', email = id::text, reason = null, standing = 'removed',
                            profile = '{"topics":{},"works":"","conflicts":[]}', version = version + 1
                        where id in (:reviewers)""").param("reviewers", reviewers).update();
    }
}
