package org.plenary.registration.form;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.registration.Stock;
import org.plenary.tenancy.Reading;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The versions of conferences' registration forms; the newest is the one in use.
 *
 * <p>What a version asks for (keys, types, options, prices, rules, conditions, and every word of a consent) never changes once a
 * delegate has answered it, so old answers keep their meaning and their prices. Captions (labels, helps, placeholders, in all
 * languages) are no part of that: they change in place, in every way of writing, and only the revision in the entity tag tells.
 * A change of structure makes a new version when it comes as a whole, by the API or from a file, a template or another
 * conference: its writer is told a number to send with answers. Made step by step in the builder, it makes one only if the
 * newest version was answered; until then the draft is changed in its place.
 */
@Component
public class Forms {
    private final JdbcClient jdbc;
    private final Json json;
    private final Stock stock;
    private final AuditTrail audit;
    private final Clock clock;

    Forms(JdbcClient jdbc, Json json, Stock stock, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.stock = stock;
        this.audit = audit;
        this.clock = clock;
    }

    /** The form in use; the empty version 0 when there is none. */
    @Transactional(readOnly = true)
    public Form newest(UUID conference) {
        return Reading.once(Forms.class, conference, () -> newest(conference, ""));
    }

    private Form newest(UUID conference, String lock) {
        return jdbc.sql("""
                SELECT version, revision, definition FROM registration_form
                WHERE conference_id = :conference ORDER BY version DESC LIMIT 1""" + lock)
                .param("conference", conference)
                .query((row, n) ->
                        new Form(row.getInt(1), row.getInt(2), json.read(row.getString(3), FormDefinition.class)))
                .optional()
                .orElse(Form.NONE);
    }

    @Transactional(readOnly = true)
    public Optional<Form> version(UUID conference, int version) {
        return jdbc.sql("""
                SELECT revision, definition FROM registration_form
                WHERE conference_id = :conference AND version = :version""")
                .param("conference", conference)
                .param("version", version)
                .query((row, n) -> new Form(version, row.getInt(1), json.read(row.getString(2), FormDefinition.class)))
                .optional();
    }

    /** All versions by number. */
    @Transactional(readOnly = true)
    public Map<Integer, FormDefinition> definitions(UUID conference) {
        var definitions = new LinkedHashMap<Integer, FormDefinition>();
        jdbc.sql("SELECT version, definition FROM registration_form WHERE conference_id = :conference ORDER BY version")
                .param("conference", conference)
                .query((RowCallbackHandler)
                        row -> definitions.put(row.getInt(1), json.read(row.getString(2), FormDefinition.class)));
        return definitions;
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

    /** The newest 50 versions, when they were made, and how many delegates answered them. */
    @Transactional(readOnly = true)
    List<Made> versions(UUID conference) {
        return jdbc.sql("""
                SELECT f.version, f.created_at, count(d.id) FROM
                    (SELECT version, created_at FROM registration_form
                     WHERE conference_id = :conference ORDER BY version DESC LIMIT 50) f
                LEFT JOIN delegate d ON d.conference_id = :conference AND d.form_version = f.version
                GROUP BY f.version, f.created_at ORDER BY f.version DESC""")
                .param("conference", conference)
                .query((row, n) -> new Made(row.getInt(1), row.getTimestamp(2).toInstant(), row.getInt(3)))
                .list();
    }

    record Made(int version, Instant at, int delegates) {}

    /**
     * Puts a whole form in use: a new version, unless only captions differ.
     *
     * @param ifMatch the tag of the state that the writer saw, or null to write in any case
     */
    @Transactional
    public Form put(ConferenceView conference, FormDefinition definition, @Nullable String ifMatch) {
        return write(conference, definition, ifMatch, false);
    }

    /** One step of the builder: changes the newest version in its place while nobody has answered it. */
    @Transactional
    public Form change(ConferenceView conference, FormDefinition definition, @Nullable String ifMatch) {
        return write(conference, definition, ifMatch, true);
    }

    private Form write(
            ConferenceView conference, FormDefinition definition, @Nullable String ifMatch, boolean isDraft) {
        FormRules.check(definition, conference.currency());
        var newest = newest(conference.id(), " FOR UPDATE");
        newest.checkMatch(ifMatch);
        if (newest.version() > 0 && newest.definition().equals(definition)) return newest;
        var isInPlace = newest.version() > 0
                && (Captions.differOnlyIn(newest.definition(), definition)
                        || isDraft && !isAnswered(conference.id(), newest.version()));
        var form = isInPlace
                ? new Form(newest.version(), newest.revision() + 1, definition)
                : new Form(newest.version() + 1, definition);
        save(conference.id(), form);
        stock.define(conference.id(), capacities(newest.definition(), definition));
        audit.record("form.changed", conference.slug(), Map.of("version", form.version(), "revision", form.revision()));
        return form;
    }

    private boolean isAnswered(UUID conference, int version) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT 1 FROM delegate WHERE conference_id = :conference AND form_version = :version)""")
                .param("conference", conference)
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    /** The first version has nothing to lock, so two writers of it meet here. */
    private void save(UUID conference, Form form) {
        var written = jdbc.sql("""
                INSERT INTO registration_form (conference_id, version, revision, definition, created_at)
                VALUES (:conference, :version, :revision, CAST(:definition AS jsonb), :now)
                ON CONFLICT (conference_id, version) DO UPDATE
                SET definition = excluded.definition, revision = excluded.revision
                WHERE registration_form.revision = excluded.revision - 1""")
                .param("conference", conference)
                .param("version", form.version())
                .param("revision", form.revision())
                .param("definition", json.write(form.definition()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (written == 0) throw new Problem.Stale();
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
