package org.plenary.lodging.sheet;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Json;
import org.plenary.kernel.TableFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tables that were sent, each until its rows are written, or for a week: there are names in them. */
@Component
class KeptSheets {
    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    KeptSheets(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    public UUID keep(UUID conference, String subject, TableFile file) {
        var id = Ids.next();
        jdbc.sql("""
                INSERT INTO lodging_sheet (id, conference_id, subject, content, made_at)
                VALUES (:id, :conference, :subject, CAST(:content AS jsonb), :now)""")
                .param("id", id)
                .param("conference", conference)
                .param("subject", subject)
                .param("content", json.write(file))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    @Transactional(readOnly = true)
    public Optional<TableFile> find(UUID conference, String subject, UUID id) {
        return jdbc.sql("""
                SELECT content FROM lodging_sheet WHERE id = :id AND conference_id = :conference AND subject = :subject""")
                .param("id", id)
                .param("conference", conference)
                .param("subject", subject)
                .query((row, n) -> json.read(row.getString(1), TableFile.class))
                .optional();
    }

    /** @return false when somebody has written its rows already */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean take(UUID id) {
        return jdbc.sql("DELETE FROM lodging_sheet WHERE id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    @Transactional
    public void forgetOld() {
        jdbc.sql("DELETE FROM lodging_sheet WHERE made_at < :moment")
                .param("moment", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }
}
