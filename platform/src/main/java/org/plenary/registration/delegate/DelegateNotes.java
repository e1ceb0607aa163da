package org.plenary.registration.delegate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.AnswerRules;
import org.plenary.forms.FormDefinition;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.fulltext.DocumentChanged;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Json;
import org.plenary.kernel.Violations;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** What staff write down of a delegate: answers to the fields for staff only. */
@Component
class DelegateNotes {
    private final JdbcClient jdbc;
    private final AnswerRules rules;
    private final Written written;
    private final Clock clock;

    DelegateNotes(JdbcClient jdbc, AnswerRules rules, Written written, Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.written = written;
        this.clock = clock;
    }

    /**
     * Puts these answers in the place of those there were.
     *
     * @param asked the fields for staff that are asked of this delegate
     * @throws org.plenary.kernel.Problem.InvalidInput naming every wrong one
     */
    @Transactional
    public void save(ConferenceView conference, UUID delegate, FormDefinition asked, Map<String, JsonNode> answers) {
        var found = new Violations();
        var today = LocalDate.ofInstant(clock.instant(), conference.timeZone());
        var checked = rules.check(new AnswerRules.Asked(asked, asked, null, today, true), answers, "/answers", found);
        found.throwIfAny();
        var keys = asked.fields().map(Field::key).toList();
        jdbc.sql("""
                UPDATE delegate SET answers = (answers - CAST(:keys AS text[])) || CAST(:answers AS jsonb),
                    version = version + 1
                WHERE id = :id AND conference_id = :conference""")
                .param("keys", keys.toArray(String[]::new))
                .param("answers", written.json(checked.answers()))
                .param("id", delegate)
                .param("conference", conference.id())
                .update();
        written.told(conference, delegate, keys);
    }

    /** What else comes of it: the audit entry, and a new look of the search. */
    @Component
    static class Written {
        private final AuditTrail audit;
        private final ApplicationEventPublisher events;
        private final Json json;

        Written(AuditTrail audit, ApplicationEventPublisher events, Json json) {
            this.audit = audit;
            this.events = events;
            this.json = json;
        }

        String json(Map<String, JsonNode> answers) {
            return json.write(new LinkedHashMap<>(answers));
        }

        void told(ConferenceView conference, UUID delegate, List<String> keys) {
            audit.record(
                    "delegate.noted", delegate.toString(), Map.of("conference", conference.slug(), "fields", keys));
            events.publishEvent(new DocumentChanged(Tenancy.require().id(), DelegateSearch.KIND, delegate));
        }
    }
}
