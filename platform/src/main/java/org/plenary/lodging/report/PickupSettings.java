package org.plenary.lodging.report;

import java.sql.Types;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Violations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What organizers choose for their pick-up report. */
@Component
class PickupSettings {
    private static final int MOST_DAYS = 60;
    private static final Chosen STANDARD = new Chosen(7, null);

    private final JdbcClient jdbc;
    private final ConferenceApi conferences;
    private final AuditTrail audit;

    PickupSettings(JdbcClient jdbc, ConferenceApi conferences, AuditTrail audit) {
        this.jdbc = jdbc;
        this.conferences = conferences;
        this.audit = audit;
    }

    /**
     * @param noticeDays how many days before rooms go back staff are told; 0 for not at all
     * @param comparedWith the last edition; null for none
     */
    record Chosen(int noticeDays, @Nullable UUID comparedWith) {}

    @Transactional(readOnly = true)
    public Chosen of(UUID conference) {
        return jdbc.sql("SELECT notice_days, compared_with FROM pickup_setting WHERE conference_id = :conference")
                .param("conference", conference)
                .query((row, n) -> new Chosen(row.getInt("notice_days"), row.getObject("compared_with", UUID.class)))
                .optional()
                .orElse(STANDARD);
    }

    /** @param comparedWith slug of an earlier conference; null for none */
    @Transactional
    public void choose(ConferenceView conference, @Nullable Integer noticeDays, @Nullable String comparedWith) {
        var found = new Violations();
        found.required("/notice_days", noticeDays);
        found.check(
                noticeDays == null || noticeDays >= 0 && noticeDays <= MOST_DAYS,
                "/notice_days",
                "notice_days",
                "From 0 to 60.");
        var earlier = comparedWith == null
                ? null
                : conferences.readable().stream()
                        .filter(each -> each.slug().equals(comparedWith)
                                && each.startsOn().isBefore(conference.startsOn()))
                        .findFirst()
                        .orElse(null);
        found.check(
                comparedWith == null || earlier != null,
                "/compared_with",
                "not_earlier",
                "This is none of your earlier conferences.");
        found.throwIfAny();
        jdbc.sql("""
                INSERT INTO pickup_setting (conference_id, notice_days, compared_with) VALUES (:conference, :days, :earlier)
                ON CONFLICT (conference_id) DO UPDATE SET notice_days = :days, compared_with = :earlier""")
                .param("conference", conference.id())
                .param("days", noticeDays)
                .param("earlier", earlier == null ? null : earlier.id(), Types.OTHER)
                .update();
        audit.record(
                "pickup.settings-changed",
                conference.slug(),
                Map.of("notice_days", Objects.requireNonNull(noticeDays)));
    }
}
