package org.plenary.registration.form;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Preconditions;
import org.plenary.registration.Stock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The versions of conferences' registration forms. A version never changes; the newest is the one in use. */
@Component
public class Forms {
    private final JdbcClient jdbc;
    private final Json json;
    private final Stock stock;
    private final Clock clock;

    Forms(JdbcClient jdbc, Json json, Stock stock, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.stock = stock;
        this.clock = clock;
    }

    /** The form in use; the empty version 0 when there is none. */
    @Transactional(readOnly = true)
    public Form newest(UUID conference) {
        return jdbc.sql("""
                SELECT version, definition FROM registration_form
                WHERE conference_id = :conference ORDER BY version DESC LIMIT 1""")
                .param("conference", conference)
                .query((row, n) -> new Form(row.getInt(1), json.read(row.getString(2), FormDefinition.class)))
                .optional()
                .orElse(Form.NONE);
    }

    @Transactional(readOnly = true)
    public Optional<Form> version(UUID conference, int version) {
        return jdbc.sql(
                        "SELECT definition FROM registration_form WHERE conference_id = :conference AND version = :version")
                .param("conference", conference)
                .param("version", version)
                .query((row, n) -> new Form(version, json.read(row.getString(1), FormDefinition.class)))
                .optional();
    }

    /** The versions that delegates have answered, and the one in use; the newest first. */
    @Transactional(readOnly = true)
    public List<Form> answered(UUID conference) {
        return jdbc.sql("""
                SELECT version, definition FROM registration_form
                WHERE conference_id = :conference
                  AND (version = (SELECT max(version) FROM registration_form WHERE conference_id = :conference)
                       OR version IN (SELECT form_version FROM delegate WHERE conference_id = :conference))
                ORDER BY version DESC""")
                .param("conference", conference)
                .query((row, n) -> new Form(row.getInt(1), json.read(row.getString(2), FormDefinition.class)))
                .list();
    }

    /** The newest 50 versions and when they were made. */
    @Transactional(readOnly = true)
    List<Made> versions(UUID conference) {
        return jdbc.sql("""
                SELECT version, created_at FROM registration_form
                WHERE conference_id = :conference ORDER BY version DESC LIMIT 50""")
                .param("conference", conference)
                .query((row, n) -> new Made(row.getInt(1), row.getTimestamp(2).toInstant()))
                .list();
    }

    record Made(int version, java.time.Instant at) {}

    /**
     * Makes the definition a new version, unless it is the newest one already.
     *
     * @param ifMatch the tag of the version that the writer saw, or null to write in any case
     */
    @Transactional
    public Form put(ConferenceView conference, FormDefinition definition, @Nullable String ifMatch) {
        FormRules.check(definition, conference.currency());
        var newest = newest(conference.id());
        Preconditions.check(ifMatch, newest.version());
        if (newest.version() > 0 && newest.definition().equals(definition)) return newest;
        var form = new Form(newest.version() + 1, definition);
        var written = jdbc.sql("""
                INSERT INTO registration_form (conference_id, version, definition, created_at)
                VALUES (:conference, :version, CAST(:definition AS jsonb), :now)
                ON CONFLICT DO NOTHING""")
                .param("conference", conference.id())
                .param("version", form.version())
                .param("definition", json.write(definition))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (written == 0) throw new Problem.Stale();
        stock.define(conference.id(), capacities(newest.definition(), definition));
        return form;
    }

    private static Map<String, @Nullable Integer> capacities(FormDefinition before, FormDefinition after) {
        var capacities = new LinkedHashMap<String, @Nullable Integer>();
        before.fields()
                .forEach(field -> field.options().forEach(option -> capacities.put(stockKey(field, option), null)));
        after.fields()
                .forEach(field ->
                        field.options().forEach(option -> capacities.put(stockKey(field, option), option.capacity())));
        return capacities;
    }

    /** Picks of every option are counted, whether it has a capacity today or gets one tomorrow. */
    public static String stockKey(FormDefinition.Field field, FormDefinition.Option option) {
        return "option:" + field.key() + ":" + option.key();
    }
}
