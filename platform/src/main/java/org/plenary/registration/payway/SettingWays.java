package org.plenary.registration.payway;

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
import org.plenary.registration.setting.Definitions;
import org.plenary.tenancy.Reading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ways to pay of conferences, as their organizers set them. */
@Component
public class SettingWays {
    private final JdbcClient jdbc;
    private final Json json;
    private final AuditTrail audit;
    private final Clock clock;

    SettingWays(JdbcClient jdbc, Json json, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    record Kept(PaymentWays ways, long version) {}

    @Transactional(readOnly = true)
    public PaymentWays of(UUID conference) {
        return kept(conference).ways();
    }

    /** Today, where the conference is. */
    public LocalDate today(ConferenceView conference) {
        return LocalDate.ofInstant(clock.instant(), conference.timeZone());
    }

    @Transactional(readOnly = true)
    Kept kept(UUID conference) {
        return Reading.once(
                SettingWays.class,
                conference,
                () -> Definitions.of(jdbc, conference, Definitions.Kind.PAYMENT_WAYS).stream()
                        .map(kept -> new Kept(
                                json.read(kept.content(), PaymentWays.class).over(PaymentWays.DEFAULT), kept.version()))
                        .findFirst()
                        .orElse(new Kept(PaymentWays.DEFAULT, 0)));
    }

    /** @param ifMatch the tag of the version that the writer saw, or null to write in any case */
    @Transactional
    Kept put(ConferenceView conference, PaymentWays wished, @Nullable String ifMatch) {
        var before = kept(conference.id());
        var ways = wished.over(before.ways());
        ways.check(conference);
        Preconditions.check(ifMatch, before.version());
        var written = jdbc.sql("""
                INSERT INTO payment_ways (conference_id, definition, version)
                VALUES (:conference, CAST(:definition AS jsonb), 1)
                ON CONFLICT (conference_id) DO UPDATE SET definition = excluded.definition,
                    version = payment_ways.version + 1
                WHERE payment_ways.version = :version""")
                .param("conference", conference.id())
                .param("definition", json.write(ways))
                .param("version", before.version())
                .update();
        if (written == 0) throw new Problem.Stale();
        audit.changed("payment-ways.changed", conference.slug(), Map.of(), before.ways(), ways);
        return new Kept(ways, before.version() + 1);
    }
}
