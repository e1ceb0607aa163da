package org.plenary.conference.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.application.Application.Approval;
import org.plenary.conference.application.Application.Guest;
import org.plenary.conference.application.Application.State;
import org.plenary.conference.theme.AlikeConferences.Comparison;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** The bound tenant's applications as they are stored, and what was done with them. */
@Component
class ApplicationRows {
    private static final int MOST_ENTRIES = 1000;
    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};
    private static final TypeReference<List<Guest>> GUESTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    ApplicationRows(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    Application of(UUID conference) {
        return read(conference, "");
    }

    /** Nobody else changes it until the transaction ends. */
    Application locked(UUID conference) {
        return read(conference, " for update");
    }

    private Application read(UUID conference, String lock) {
        return jdbc.sql("select * from conference_application where conference_id = ?" + lock)
                .param(conference)
                .query(this::application)
                .optional()
                .orElse(Application.NONE);
    }

    /** False when it has another version meanwhile. */
    boolean write(UUID conference, Application application) {
        var sql = application.version() == 0 ? """
                insert into conference_application (answers, guests, state, step, round, waiting_since, handed_in_by, approval, alike,
                    changed_at, conference_id, version)
                values (cast(? as jsonb), cast(? as jsonb), ?, ?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), ?, ?, ? + 1) on conflict do nothing""" : """
                update conference_application set answers = cast(? as jsonb), guests = cast(? as jsonb), state = ?, step = ?, round = ?,
                    waiting_since = ?, handed_in_by = ?, approval = cast(? as jsonb), alike = cast(? as jsonb), changed_at = ?, version = version + 1
                where conference_id = ? and version = ?""";
        return jdbc.sql(sql)
                        .params(Arrays.asList(
                                json.write(application.answers()),
                                json.write(application.guests()),
                                application.state().wire(),
                                application.step(),
                                application.round(),
                                timestamp(application.waitingSince()),
                                application.handedInBy(),
                                application.approval() == null ? null : json.write(application.approval()),
                                application.similar() == null ? null : json.write(application.similar()),
                                timestamp(clock.instant()),
                                conference,
                                application.version()))
                        .update()
                == 1;
    }

    /** @param document the whole application as it was then; null where nothing of it changed */
    void add(UUID conference, Entry entry, @Nullable String document) {
        jdbc.sql("""
                        insert into conference_application_entry (id, conference_id, at, by_id, by_name, office, step, action, comment,
                            on_behalf, round, document) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb))""")
                .params(Arrays.asList(
                        Ids.next(),
                        conference,
                        timestamp(entry.at()),
                        entry.byId(),
                        entry.byName(),
                        entry.office(),
                        entry.step(),
                        entry.action().wire(),
                        entry.comment(),
                        entry.onBehalf(),
                        entry.round(),
                        document))
                .update();
    }

    /** The newest first. */
    List<Entry> entries(UUID conference) {
        return jdbc.sql("select * from conference_application_entry where conference_id = ? order by id desc limit ?")
                .params(conference, MOST_ENTRIES)
                .query(ApplicationRows::entry)
                .list();
    }

    /** Which offices agreed at this step since it was handed in last and came to it. */
    List<String> agreed(UUID conference, String step, int round) {
        return jdbc.sql("""
                        select distinct office from conference_application_entry
                        where conference_id = ? and step = ? and round = ? and action = 'agree'""")
                .params(conference, step, round)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private Application application(ResultSet row, int number) throws SQLException {
        var waiting = row.getTimestamp("waiting_since");
        var approval = row.getString("approval");
        var similar = row.getString("alike");
        return new Application(
                json.read(row.getString("answers"), ANSWERS),
                json.read(row.getString("guests"), GUESTS),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("step"),
                row.getInt("round"),
                waiting == null ? null : waiting.toInstant(),
                row.getString("handed_in_by"),
                approval == null ? null : json.read(approval, Approval.class),
                similar == null ? null : json.read(similar, Comparison.class),
                row.getLong("version"));
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getTimestamp("at").toInstant(),
                row.getString("by_id"),
                row.getString("by_name"),
                row.getString("office"),
                row.getString("step"),
                Action.of(row.getString("action")).orElseThrow(),
                row.getString("comment"),
                row.getBoolean("on_behalf"),
                row.getInt("round"));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
