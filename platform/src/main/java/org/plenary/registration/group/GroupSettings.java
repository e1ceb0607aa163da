package org.plenary.registration.group;

import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.registration.GroupsTaken;
import org.plenary.registration.setting.Definitions;
import org.plenary.tenancy.Reading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What organizers say of groups. */
@Component
class GroupSettings implements GroupsTaken {
    private final JdbcClient jdbc;
    private final Json json;
    private final AuditTrail audit;

    GroupSettings(JdbcClient jdbc, Json json, AuditTrail audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
    }

    /** @param version 0 while nobody has said anything */
    record Kept(GroupRules rules, long version) {}

    @Transactional(readOnly = true)
    public Kept kept(UUID conference) {
        return Reading.once(
                GroupSettings.class,
                conference,
                () -> Definitions.of(jdbc, conference, Definitions.Kind.GROUP_RULES).stream()
                        .map(kept -> new Kept(json.read(kept.content(), GroupRules.class), kept.version()))
                        .findFirst()
                        .orElse(new Kept(GroupRules.OFF, 0)));
    }

    @Override
    public boolean takesGroups(UUID conference) {
        return of(conference).allowed();
    }

    GroupRules of(UUID conference) {
        return kept(conference).rules();
    }

    /**
     * @param version that the writer read
     * @throws Problem.Stale when somebody else changed them since
     */
    @Transactional
    public void change(ConferenceView conference, GroupRules rules, long version) {
        rules.check(conference);
        var written = jdbc.sql("""
                INSERT INTO group_rules (conference_id, definition, version)
                VALUES (:conference, CAST(:definition AS jsonb), 1)
                ON CONFLICT (conference_id) DO UPDATE SET definition = excluded.definition, version = group_rules.version + 1
                WHERE group_rules.version = :version""")
                .param("conference", conference.id())
                .param("definition", json.write(rules))
                .param("version", version)
                .update();
        if (written == 0) throw new Problem.Stale();
        audit.record(
                "groups.changed",
                conference.id().toString(),
                Map.of("allowed", rules.allowed(), "most", rules.most(), "names_until", rules.lastDay(conference)));
    }
}
