package org.plenary.registration.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Preconditions;
import org.plenary.registration.fee.Fee;
import org.plenary.registration.fee.Fees;
import org.plenary.registration.setting.Definitions;
import org.plenary.tenancy.Reading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The policies of conferences. */
@Component
public class Policies {
    private final JdbcClient jdbc;
    private final Json json;
    private final AuditTrail audit;
    private final Clock clock;
    private final Fees fees;

    Policies(JdbcClient jdbc, Json json, AuditTrail audit, Clock clock, Fees fees) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
        this.fees = fees;
    }

    record Kept(Policy policy, long version) {}

    @Transactional(readOnly = true)
    public Policy of(UUID conference) {
        return kept(conference).policy();
    }

    /** Today, where the conference is. */
    public LocalDate today(ConferenceView conference) {
        return LocalDate.ofInstant(clock.instant(), conference.timeZone());
    }

    @Transactional(readOnly = true)
    Kept kept(UUID conference) {
        return Reading.once(
                Policies.class,
                conference,
                () -> Definitions.of(jdbc, conference, Definitions.Kind.POLICY).stream()
                        .map(kept -> new Kept(json.read(kept.content(), Policy.class), kept.version()))
                        .findFirst()
                        .orElse(new Kept(Policy.DEFAULT, 0)));
    }

    /** @param ifMatch the tag of the version that the writer saw, or null to write in any case */
    @Transactional
    Kept put(ConferenceView conference, Policy policy, @Nullable String ifMatch) {
        policy.check(fees.all(conference.id()).stream().map(Fee::key).toList());
        var before = kept(conference.id());
        Preconditions.check(ifMatch, before.version());
        var written = jdbc.sql("""
                INSERT INTO registration_policy (conference_id, definition, version)
                VALUES (:conference, CAST(:definition AS jsonb), 1)
                ON CONFLICT (conference_id) DO UPDATE SET definition = excluded.definition,
                    version = registration_policy.version + 1
                WHERE registration_policy.version = :version""")
                .param("conference", conference.id())
                .param("definition", json.write(policy))
                .param("version", before.version())
                .update();
        if (written == 0) throw new Problem.Stale();
        audit.changed("registration-policy.changed", conference.slug(), Map.of(), before.policy(), policy);
        return new Kept(policy, before.version() + 1);
    }
}
