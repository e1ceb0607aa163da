package org.plenary.papers.delegation;

import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether reviewers may ask others to write for them. Nobody may until the chairs say so. */
@Component
class DelegationRules {
    static final int MOST = 5;

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    DelegationRules(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** @param most people that a reviewer may have asked for one paper at a time; 0 for nobody, @param version 0 before it was saved */
    record Rule(int most, long version) {
        public boolean isOn() {
            return most > 0;
        }
    }

    Rule of(UUID conference) {
        return jdbc.sql("select most, version from paper_delegation where conference = :conference")
                .param("conference", conference)
                .query((row, _) -> new Rule(row.getInt(1), row.getLong(2)))
                .optional()
                .orElse(new Rule(0, 0));
    }

    /** @throws Problem.InvalidInput at {@code /most} @throws Problem.Stale when somebody else has changed it since */
    @Transactional
    public void save(ConferenceView conference, int most, long before) {
        new Violations()
                .check(most >= 0 && most <= MOST, "/most", "range", "From 0 to " + MOST + ".")
                .throwIfAny();
        var count = jdbc.sql("""
                        insert into paper_delegation (conference, most, version) values (:conference, :most, 1)
                        on conflict (conference) do update set most = excluded.most, version = paper_delegation.version + 1
                        where paper_delegation.version = :before""")
                .param("conference", conference.id())
                .param("most", most)
                .param("before", before)
                .update();
        if (count == 0) throw new Problem.Stale();
        audit.record("sub-review-rule.saved", conference.id().toString(), Map.of("conference", conference.slug()));
    }
}
