package org.plenary.papers.likeness;

import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.DraftContent;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** From how much on a pair is shown to a conference's chairs. */
@Component
class LikenessRules implements DraftContent {
    static final int LEAST = (int) Math.round(Likeness.LEAST * 100);
    static final int MOST = 90;

    /** Of all pairs of the 264 papers of one conference of robotics none has more than 8 %. */
    static final int FIRST = 15;

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    LikenessRules(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** @param version 0 before they were saved for the first time */
    record Versioned(int percent, long version) {}

    Versioned of(UUID conference) {
        return jdbc.sql("select percent, version from paper_likeness_rules where conference = ?")
                .param(conference)
                .query((row, _) -> new Versioned(row.getInt(1), row.getLong(2)))
                .optional()
                .orElse(new Versioned(FIRST, 0));
    }

    /** @throws Problem.Stale when somebody else has changed them since */
    @Transactional
    public void save(ConferenceView conference, int percent, long before) {
        var count = jdbc.sql("""
                        insert into paper_likeness_rules (conference, percent, version) values (:conference, :percent, 1)
                        on conflict (conference) do update set percent = excluded.percent, version = paper_likeness_rules.version + 1
                        where paper_likeness_rules.version = :before""")
                .param("conference", conference.id())
                .param("percent", percent)
                .param("before", before)
                .update();
        if (count == 0) throw new Problem.Stale();
        audit.record(
                "paper-likeness.rules",
                conference.id().toString(),
                Map.of("conference", conference.slug(), "percent", percent));
    }

    @Override
    public void delete(UUID conference) {
        jdbc.sql("delete from paper_likeness_rules where conference = ?")
                .param(conference)
                .update();
    }
}
