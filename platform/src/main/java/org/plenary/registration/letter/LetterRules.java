package org.plenary.registration.letter;

import java.sql.Types;
import java.util.UUID;
import org.plenary.kernel.Json;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the conferences of the bound tenant give letters. */
@Repository
class LetterRules {
    private final JdbcClient jdbc;
    private final Json json;

    LetterRules(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    LetterRule of(UUID conference) {
        return jdbc.sql("select * from letter_rule where conference_id = :conference")
                .param("conference", conference)
                .query((row, _) -> new LetterRule(
                        row.getBoolean("checked"),
                        row.getString("signer"),
                        json.read(row.getString("signer_post"), LocalizedText.class),
                        row.getObject("signature", UUID.class),
                        row.getLong("version")))
                .optional()
                .orElse(LetterRule.FIRST);
    }

    /** @throws Problem.Stale when somebody else has changed it since the version of this one */
    void save(UUID conference, LetterRule rule) {
        var saved = jdbc.sql("""
                        insert into letter_rule (conference_id, checked, signer, signer_post, signature, version)
                        values (:conference, :checked, :signer, cast(:post as jsonb), :signature, 1)
                        on conflict (conference_id) do update set checked = excluded.checked, signer = excluded.signer,
                            signer_post = excluded.signer_post, signature = excluded.signature, version = letter_rule.version + 1
                        where letter_rule.version = :version""")
                .param("conference", conference)
                .param("checked", rule.checked())
                .param("signer", rule.signer())
                .param("post", json.write(rule.signerPost()))
                .param("signature", rule.signature(), Types.OTHER)
                .param("version", rule.version())
                .update();
        if (saved == 0) throw new Problem.Stale();
    }
}
