package org.plenary.conference.assessment;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.plenary.kernel.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said about the bound tenant's conferences, as it is stored. */
@Component
class Declarations {
    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    Declarations(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** @param version 0 while nobody has said anything */
    record Stored(Declaration said, long version) {}

    Stored of(UUID conference) {
        return jdbc.sql("select said, version from conference_declaration where conference_id = ?")
                .param(conference)
                .query((row, _) -> new Stored(json.read(row.getString(1), Declaration.class), row.getLong(2)))
                .optional()
                .orElse(new Stored(Declaration.NONE, 0));
    }

    /** False when it has another version meanwhile. */
    boolean write(UUID conference, Declaration said, long version, String by) {
        var now = Timestamp.from(clock.instant());
        if (version == 0)
            return jdbc.sql("""
                            insert into conference_declaration (conference_id, said, version, changed_at, changed_by)
                            values (?, cast(? as jsonb), 1, ?, ?) on conflict do nothing""").params(conference, json.write(said), now, by).update() == 1;
        return jdbc.sql("""
                        update conference_declaration set said = cast(? as jsonb), version = version + 1, changed_at = ?, changed_by = ?
                        where conference_id = ? and version = ?""")
                        .params(json.write(said), now, by, conference, version)
                        .update()
                == 1;
    }
}
