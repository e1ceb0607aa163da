package org.plenary.papers.decision;

import java.util.Locale;
import java.util.Map;
import org.plenary.identity.OwnRecords;
import org.plenary.kernel.Json;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The letters of acceptance that were issued to somebody. Whoever is shown one may ask whether it is genuine, long after its holder has
 * left: they stay as they were issued, and the copy says so.
 */
@Component
class OwnLetters implements OwnRecords {
    private final JdbcClient jdbc;
    private final Json json;
    private final MessageSource messages;

    OwnLetters(JdbcClient jdbc, Json json, MessageSource messages) {
        this.jdbc = jdbc;
        this.json = json;
        this.messages = messages;
    }

    @Override
    public Map<String, Object> of(Who who, Locale language) {
        var letters = json.read(
                jdbc.sql("""
                                select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text from (
                                    select l.number, l.holder, l.email, l.affiliation, l.title, l.authors, p.number as paper,
                                        l.issued_at, l.replaced_at, l.revoked_at
                                    from paper_letter l join paper p on p.id = l.paper
                                    where lower(l.email) = :email order by l.id) t""").param("email", who.email()).query(String.class).single(), JsonNode.class);
        if (letters.isEmpty()) return Map.of();
        var kept = String.valueOf(messages.getMessage("papers.own-records.letters-kept", null, language));
        return Map.of("acceptance_letters", Map.of("letters", letters, "kept", kept));
    }
}
