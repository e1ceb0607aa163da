package org.plenary.papers.inspection;

import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.DraftContent;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.papers.call.Call;
import org.plenary.papers.call.Calls;
import org.plenary.papers.call.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the bound tenant's conferences ask of the PDFs. */
@Component
class FileRuleBook implements DraftContent {
    private final JdbcClient jdbc;
    private final Json json;
    private final Calls calls;
    private final AuditTrail audit;

    FileRuleBook(JdbcClient jdbc, Json json, Calls calls, AuditTrail audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.calls = calls;
        this.audit = audit;
    }

    /** @param version 0 before they were saved for the first time */
    record Versioned(FileRules rules, long version) {}

    Versioned of(UUID conference) {
        return jdbc.sql("select rules, version from paper_file_rules where conference = :conference")
                .param("conference", conference)
                .query((row, _) -> new Versioned(json.read(row.getString(1), FileRules.class), row.getLong(2)))
                .optional()
                .orElse(new Versioned(FileRules.FIRST, 0));
    }

    Judging judging(UUID conference) {
        return new Judging(of(conference).rules(), hidesAuthors(conference));
    }

    /** Without a call nobody said that authors may be known. */
    boolean hidesAuthors(UUID conference) {
        return calls.find(conference).map(Call::hidesAuthors).orElse(true);
    }

    /** Until when authors can hand in another file. */
    static String until(Call call) {
        return call.until(Stage.FULL).orElse(call.deadline()).toString();
    }

    /** @throws Problem.Stale when somebody else has changed them since */
    @Transactional
    public void save(ConferenceView conference, FileRules rules, long before) {
        var count = jdbc.sql("""
                        insert into paper_file_rules (conference, rules, version) values (:conference, cast(:rules as jsonb), 1)
                        on conflict (conference) do update set rules = excluded.rules, version = paper_file_rules.version + 1
                        where paper_file_rules.version = :before""")
                .param("conference", conference.id())
                .param("rules", json.write(rules))
                .param("before", before)
                .update();
        if (count == 0) throw new Problem.Stale();
        audit.record("paper-file.rules", conference.id().toString(), Map.of("conference", conference.slug()));
    }

    @Override
    public boolean isInUse(UUID conference) {
        return false;
    }

    @Override
    public void delete(UUID conference) {
        jdbc.sql("delete from paper_file_rules where conference = ?")
                .param(conference)
                .update();
    }
}
