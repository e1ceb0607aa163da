package org.plenary.forms;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The forms that an organization keeps under a name, for its next conferences. */
@Component
public class FormTemplates {
    private static final int MAXIMUM = 100;
    private static final int MAXIMUM_NAME = 100;

    private final JdbcClient jdbc;
    private final Json json;
    private final AuditTrail audit;
    private final Clock clock;

    FormTemplates(JdbcClient jdbc, Json json, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    record Named(UUID id, String name) {}

    @Transactional(readOnly = true)
    List<Named> all() {
        return jdbc.sql("SELECT id, name FROM form_template ORDER BY lower(name), id")
                .query((row, n) -> new Named(row.getObject(1, UUID.class), row.getString(2)))
                .list();
    }

    /** Keeps a form; one that is kept under the name already is replaced. */
    @Transactional
    public void save(String name, FormDefinition form) {
        var found = new Violations().text("/name", name, MAXIMUM_NAME);
        found.check(!form.sections().isEmpty(), "/name", "empty_form", "There is nothing in this form yet.");
        found.throwIfAny();
        var written = jdbc.sql("""
                INSERT INTO form_template (id, name, definition, created_at)
                SELECT :id, :name, CAST(:definition AS jsonb), CAST(:now AS timestamptz)
                WHERE (SELECT count(*) FROM form_template WHERE name <> :name) < :maximum
                ON CONFLICT (name) DO UPDATE SET definition = excluded.definition""")
                .param("id", Ids.next())
                .param("name", name.strip())
                .param("definition", json.write(form))
                .param("now", Timestamp.from(clock.instant()))
                .param("maximum", MAXIMUM)
                .update();
        if (written == 0) throw new Problem.InvalidInput("/name", "too_many_templates", "At most 100 templates.");
        audit.record("form-template.saved", name.strip(), java.util.Map.of());
    }

    @Transactional(readOnly = true)
    public FormDefinition find(UUID id) {
        return jdbc.sql("SELECT definition FROM form_template WHERE id = :id")
                .param("id", id)
                .query((row, n) -> json.read(row.getString(1), FormDefinition.class))
                .optional()
                .orElseThrow(() -> new Problem.NotFound("This template"));
    }

    @Transactional
    public void delete(UUID id) {
        var name = jdbc.sql("DELETE FROM form_template WHERE id = :id RETURNING name")
                .param("id", id)
                .query(String.class)
                .optional();
        name.ifPresent(gone -> audit.record("form-template.deleted", gone, java.util.Map.of()));
    }
}
