package org.plenary.communication.news;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.plenary.identity.OwnRecords;
import org.plenary.kernel.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Which news somebody has subscribed to, and which mails were sent to them; what these said is not kept. */
@Component
class OwnNews implements OwnRecords {
    private static final Map<String, String> SECTIONS = Map.of(
            "news",
                    "select locale, asked_at, confirmed_at from news_subscriber where lower(email) = ? order by asked_at",
            "mails", """
                    select subject, status, created_at, sent_at from mail_delivery where lower(recipient) = ?
                    order by created_at desc limit 1000""");

    private final JdbcClient jdbc;
    private final Json json;

    OwnNews(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Map<String, Object> of(Who who, Locale language) {
        var held = new LinkedHashMap<String, Object>();
        SECTIONS.forEach((name, query) -> {
            var rows = json.read(
                    jdbc.sql("select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text from (" + query + ") t")
                            .param(who.email())
                            .query(String.class)
                            .single(),
                    JsonNode.class);
            if (!rows.isEmpty()) held.put(name, rows);
        });
        return held;
    }

    /** Nobody has to decide on these: whoever leaves wants no more news. */
    @Override
    public void leave(Who who) {
        jdbc.sql("delete from news_subscriber where lower(email) = ?")
                .param(who.email())
                .update();
    }
}
