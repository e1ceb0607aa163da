package org.plenary.forms;

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
import org.plenary.tenancy.Reading;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The versions of conferences' forms, for each purpose; the newest is the one in use.
 *
 * <p>What a version asks for (keys, types, options, prices, rules, conditions, and every word of a consent) never changes once
 * somebody has answered it, so old answers keep their meaning and their prices. Captions (labels, helps, placeholders, in all
 * languages) are no part of that: they change in place, in every way of writing, and only the revision in the entity tag tells.
 * A change of structure makes a new version when it comes as a whole, by the API or from a file, a template or another
 * conference: its writer is told a number to send with answers. Made step by step in the builder, it makes one only if the
 * newest version was answered; until then the draft is changed in its place.
 */
@Component
public class Forms {
    private static final int SHOWN = 50;

    private final JdbcClient jdbc;
    private final Json json;
    private final FormOwners owners;
    private final AuditTrail audit;
    private final Clock clock;

    Forms(JdbcClient jdbc, Json json, FormOwners owners, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.owners = owners;
        this.audit = audit;
        this.clock = clock;
    }

    /** The form in use; the empty version 0 when there is none. */
    @Transactional(readOnly = true)
    public Form newest(Purpose purpose, UUID conference) {
        return Reading.once(Forms.class, new Read(purpose, conference), () -> newest(purpose, conference, ""));
    }

    private record Read(Purpose purpose, UUID conference) {}

    private Form newest(Purpose purpose, UUID conference, String lock) {
        return jdbc.sql("""
                SELECT version, revision, definition FROM %s
                WHERE conference_id = :conference ORDER BY version DESC LIMIT 1""".formatted(purpose.table()) + lock)
                .param("conference", conference)
                .query((row, n) ->
                        new Form(row.getInt(1), row.getInt(2), json.read(row.getString(3), FormDefinition.class)))
                .optional()
                .orElse(Form.NONE);
    }

    @Transactional(readOnly = true)
    public Optional<Form> version(Purpose purpose, UUID conference, int version) {
        return jdbc.sql("""
                SELECT revision, definition FROM %s
                WHERE conference_id = :conference AND version = :version""".formatted(purpose.table()))
                .param("conference", conference)
                .param("version", version)
                .query((row, n) -> new Form(version, row.getInt(1), json.read(row.getString(2), FormDefinition.class)))
                .optional();
    }

    /** All versions by number. */
    @Transactional(readOnly = true)
    public Map<Integer, FormDefinition> definitions(Purpose purpose, UUID conference) {
        var definitions = new LinkedHashMap<Integer, FormDefinition>();
        jdbc.sql("SELECT version, definition FROM %s WHERE conference_id = :conference ORDER BY version"
                        .formatted(purpose.table()))
                .param("conference", conference)
                .query((RowCallbackHandler)
                        row -> definitions.put(row.getInt(1), json.read(row.getString(2), FormDefinition.class)));
        return definitions;
    }

    /** The versions that were answered, and the one in use; the newest first. */
    @Transactional(readOnly = true)
    public List<Form> answered(Purpose purpose, UUID conference) {
        var versions = owners.of(purpose).answers(conference).keySet().toArray(Integer[]::new);
        return jdbc.sql("""
                SELECT version, definition FROM %1$s
                WHERE conference_id = :conference
                  AND (version = (SELECT max(version) FROM %1$s WHERE conference_id = :conference)
                       OR version = ANY (:versions))
                ORDER BY version DESC""".formatted(purpose.table()))
                .param("conference", conference)
                .param("versions", versions)
                .query((row, n) -> new Form(row.getInt(1), json.read(row.getString(2), FormDefinition.class)))
                .list();
    }

    /** The newest versions, when they were made, and how often they were answered. */
    @Transactional(readOnly = true)
    List<Made> versions(Purpose purpose, UUID conference) {
        var answers = owners.of(purpose).answers(conference);
        return jdbc.sql("""
                SELECT version, created_at FROM %s
                WHERE conference_id = :conference ORDER BY version DESC LIMIT :shown""".formatted(purpose.table()))
                .param("conference", conference)
                .param("shown", SHOWN)
                .query((row, n) -> new Made(
                        row.getInt(1), row.getTimestamp(2).toInstant(), answers.getOrDefault(row.getInt(1), 0)))
                .list();
    }

    record Made(int version, Instant at, int answers) {}

    /** The conferences that have a form for this. */
    @Transactional(readOnly = true)
    List<UUID> conferences(Purpose purpose) {
        return jdbc.sql("SELECT DISTINCT conference_id FROM " + purpose.table())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /**
     * Puts a whole form in use: a new version, unless only captions differ.
     *
     * @param ifMatch the tag of the state that the writer saw, or null to write in any case
     */
    @Transactional
    public Form put(Purpose purpose, ConferenceView conference, FormDefinition definition, @Nullable String ifMatch) {
        return write(purpose, conference, definition, ifMatch, false);
    }

    /** One step of the builder: changes the newest version in its place while nobody has answered it. */
    @Transactional
    public Form change(
            Purpose purpose, ConferenceView conference, FormDefinition definition, @Nullable String ifMatch) {
        return write(purpose, conference, definition, ifMatch, true);
    }

    private Form write(
            Purpose purpose,
            ConferenceView conference,
            FormDefinition definition,
            @Nullable String ifMatch,
            boolean isDraft) {
        var owner = owners.of(purpose);
        FormRules.check(definition, purpose.onlyAsks() ? null : conference.currency());
        var newest = newest(purpose, conference.id(), " FOR UPDATE");
        newest.checkMatch(ifMatch);
        if (newest.version() > 0 && newest.definition().equals(definition)) return newest;
        var isInPlace = newest.version() > 0
                && (Captions.differOnlyIn(newest.definition(), definition)
                        || isDraft && !owner.isAnswered(conference.id(), newest.version()));
        var form = isInPlace
                ? new Form(newest.version(), newest.revision() + 1, definition)
                : new Form(newest.version() + 1, definition);
        save(purpose, conference.id(), form);
        owner.changed(conference.id(), newest.definition(), definition);
        audit.record(
                purpose.action(), conference.slug(), Map.of("version", form.version(), "revision", form.revision()));
        return form;
    }

    /** The first version has nothing to lock, so two writers of it meet here. */
    private void save(Purpose purpose, UUID conference, Form form) {
        var written = jdbc.sql("""
                INSERT INTO %1$s AS form (conference_id, version, revision, definition, created_at)
                VALUES (:conference, :version, :revision, CAST(:definition AS jsonb), :now)
                ON CONFLICT (conference_id, version) DO UPDATE
                SET definition = excluded.definition, revision = excluded.revision
                WHERE form.revision = excluded.revision - 1""".formatted(purpose.table()))
                .param("conference", conference)
                .param("version", form.version())
                .param("revision", form.revision())
                .param("definition", json.write(form.definition()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (written == 0) throw new Problem.Stale();
    }
}
