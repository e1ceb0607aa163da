package org.plenary.conference.notice;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.AgreementKind;
import org.plenary.kernel.Json;
import org.plenary.tenancy.Reading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of notices. A conference without a row has the notice that nobody has touched. */
@Repository
class NoticeRows {
    private final JdbcClient jdbc;
    private final Json json;

    NoticeRows(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Kept(NoticeDocument document, long version) {}

    /** @param unsigned the agreements that are needed and not signed, with their kinds */
    record Held(NoticeDocument document, Map<UUID, AgreementKind> unsigned) {}

    Optional<Kept> find(UUID conference) {
        return jdbc.sql("SELECT document, version FROM notice WHERE conference_id = :conference")
                .param("conference", conference)
                .query((row, _) -> new Kept(json.read(row.getString(1), NoticeDocument.class), row.getLong(2)))
                .optional();
    }

    /** For changing it: nobody else does until the transaction ends. */
    Kept lock(UUID conference) {
        jdbc.sql("""
                INSERT INTO notice (conference_id, document, version) VALUES (:conference, CAST(:document AS jsonb), 0)
                ON CONFLICT (conference_id) DO NOTHING""")
                .param("conference", conference)
                .param("document", json.write(NoticeDocument.EMPTY))
                .update();
        return jdbc.sql("SELECT document, version FROM notice WHERE conference_id = :conference FOR UPDATE")
                .param("conference", conference)
                .query((row, _) -> new Kept(json.read(row.getString(1), NoticeDocument.class), row.getLong(2)))
                .single();
    }

    void save(UUID conference, NoticeDocument document) {
        jdbc.sql("""
                UPDATE notice SET document = CAST(:document AS jsonb), version = version + 1
                WHERE conference_id = :conference""")
                .param("conference", conference)
                .param("document", json.write(document))
                .update();
    }

    /** Asked with every public page and every order, so it is one query. */
    Held held(UUID conference) {
        return Reading.once(NoticeRows.class, conference, () -> readHeld(conference));
    }

    private Held readHeld(UUID conference) {
        return jdbc.sql("""
                        SELECT (SELECT document FROM notice WHERE conference_id = :conference) AS document,
                            ARRAY(SELECT kind || ' ' || id FROM agreement
                                WHERE conference_id = :conference AND deleted_at IS NULL
                                    AND status IN ('DRAFT', 'SENT')) AS unsigned""")
                .param("conference", conference)
                .query((row, _) -> new Held(document(row.getString("document")), unsigned((String[])
                        row.getArray("unsigned").getArray())))
                .single();
    }

    private NoticeDocument document(@Nullable String text) {
        return text == null ? NoticeDocument.EMPTY : json.read(text, NoticeDocument.class);
    }

    private static Map<UUID, AgreementKind> unsigned(String[] rows) {
        var unsigned = new HashMap<UUID, AgreementKind>();
        Arrays.stream(rows)
                .map(row -> row.split(" ", 2))
                .forEach(row -> unsigned.put(UUID.fromString(row[1]), AgreementKind.valueOf(row[0])));
        return unsigned;
    }
}
