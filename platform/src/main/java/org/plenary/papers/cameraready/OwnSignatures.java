package org.plenary.papers.cameraready;

import java.util.Locale;
import java.util.Map;
import org.plenary.identity.OwnRecords;
import org.plenary.kernel.Json;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The copyright forms that somebody signed: under their name, for a paper that has their address among its authors'. A signature proves
 * what was agreed on: it stays when they leave, and the copy says so.
 */
@Component
class OwnSignatures implements OwnRecords {
    private final JdbcClient jdbc;
    private final Json json;
    private final MessageSource messages;

    OwnSignatures(JdbcClient jdbc, Json json, MessageSource messages) {
        this.jdbc = jdbc;
        this.json = json;
        this.messages = messages;
    }

    @Override
    public Map<String, Object> of(Who who, Locale language) {
        var signatures = json.read(
                jdbc.sql("""
                                select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text from (
                                    select p.number as paper, s.title, s.name, s.capacity, s.form, s.language, s.fingerprint,
                                        s.signed_at
                                    from copyright_signature s join paper p on p.id = s.paper
                                    where exists (select 1 from jsonb_array_elements(p.authors) a
                                        where lower(a ->> 'email') = :email
                                            and lower(trim(a ->> 'name')) = lower(trim(s.name)))
                                    order by s.id) t""").param("email", who.email()).query(String.class).single(), JsonNode.class);
        if (signatures.isEmpty()) return Map.of();
        var kept = String.valueOf(messages.getMessage("papers.own-records.signatures-kept", null, language));
        return Map.of("copyright_signatures", Map.of("signatures", signatures, "kept", kept));
    }
}
