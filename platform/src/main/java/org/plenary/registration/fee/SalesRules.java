package org.plenary.registration.fee;

import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What holds of everything that a conference sells. */
@Component
public class SalesRules {
    private final JdbcClient jdbc;
    private final Json json;
    private final AuditTrail audit;

    SalesRules(JdbcClient jdbc, Json json, AuditTrail audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
    }

    /** @param donations whether buyers can add a gift of any size to their order */
    public record Rules(boolean donations) {
        static final Rules PLAIN = new Rules(false);
    }

    @Transactional(readOnly = true)
    public Rules of(UUID conference) {
        return jdbc.sql("SELECT definition FROM sales_rules WHERE conference_id = :conference")
                .param("conference", conference)
                .query((row, n) -> json.read(row.getString(1), Rules.class))
                .optional()
                .orElse(Rules.PLAIN);
    }

    @Transactional
    void set(ConferenceView conference, Rules rules) {
        jdbc.sql("""
                INSERT INTO sales_rules (conference_id, definition) VALUES (:conference, CAST(:definition AS jsonb))
                ON CONFLICT (conference_id) DO UPDATE SET definition = excluded.definition""")
                .param("conference", conference.id())
                .param("definition", json.write(rules))
                .update();
        audit.record("sales-rules.changed", conference.id().toString(), Map.of("donations", rules.donations()));
    }
}
