package org.plenary.papers.finding;

import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.DraftContent;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which words mean the same when papers of a conference are looked for. */
@Component
class SameWords implements DraftContent {
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    SameWords(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** @param version 0 before they were saved for the first time */
    record Versioned(WordGroups words, long version) {}

    Versioned of(UUID conference) {
        return jdbc.sql("select groups, version from paper_same_words where conference = ?")
                .param(conference)
                .query((row, _) -> new Versioned(WordGroups.parse(row.getString(1)), row.getLong(2)))
                .optional()
                .orElse(new Versioned(WordGroups.NONE, 0));
    }

    /** @throws Problem.Stale when somebody else has changed them since */
    @Transactional
    public void save(ConferenceView conference, WordGroups words, long before) {
        var count = jdbc.sql("""
                        insert into paper_same_words (conference, groups, version) values (:conference, :groups, 1)
                        on conflict (conference) do update set groups = excluded.groups, version = paper_same_words.version + 1
                        where paper_same_words.version = :before""")
                .param("conference", conference.id())
                .param("groups", words.text())
                .param("before", before)
                .update();
        if (count == 0) throw new Problem.Stale();
        audit.record(
                "papers.same-words",
                conference.id().toString(),
                Map.of("conference", conference.slug(), "groups", words.groups().size()));
    }

    @Override
    public void delete(UUID conference) {
        jdbc.sql("delete from paper_same_words where conference = ?")
                .param(conference)
                .update();
    }
}
