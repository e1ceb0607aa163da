package org.plenary.registration.delegate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.files.FileStore;
import org.plenary.forms.FormDefinition;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.forms.Forms;
import org.plenary.forms.Purpose;
import org.plenary.identity.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases answers with personal data whose time is over: so many months after the last day of the conference as the field says. A
 * newer version of the form can shorten the time of answers given before, never lengthen it.
 */
@Component
public class Retention {
    /** Whom the organizer invited, and why somebody was absent, is of no use after the conference; a month is left for questions. */
    private static final int MONTHS_OF_QUESTIONS = 1;

    private final ConferenceApi conferences;
    private final Forms forms;
    private final Erasing erasing;
    private final Clock clock;

    Retention(ConferenceApi conferences, Forms forms, Erasing erasing, Clock clock) {
        this.conferences = conferences;
        this.forms = forms;
        this.erasing = erasing;
        this.clock = clock;
    }

    /** In the bound tenant. Each conference is its own transaction. */
    public void erase() {
        for (var conference : conferences.all()) {
            var today = LocalDate.ofInstant(clock.instant(), conference.timeZone());
            if (today.isAfter(conference.endsOn())) erase(conference, today);
            if (today.isAfter(conference.endsOn().plusMonths(MONTHS_OF_QUESTIONS))) {
                erasing.invitations(conference);
                erasing.absences(conference);
            }
        }
    }

    private void erase(ConferenceView conference, LocalDate today) {
        var versions = forms.definitions(Purpose.REGISTRATION, conference.id());
        if (versions.isEmpty()) return;
        var newest = versions.values().stream().reduce((one, next) -> next).orElseThrow();
        var due = new java.util.TreeMap<Integer, List<Field>>();
        versions.forEach((version, form) -> {
            var over = form.fields()
                    .filter(field -> isOver(field, newest, conference.endsOn(), today))
                    .toList();
            if (!over.isEmpty()) due.put(version, over);
        });
        if (!due.isEmpty()) erasing.erase(conference, due);
    }

    static boolean isOver(Field field, FormDefinition newest, LocalDate endsOn, LocalDate today) {
        return Stream.concat(Stream.of(field), newest.field(field.key()).stream())
                .flatMap(each -> Stream.ofNullable(each.personal()))
                .flatMap(personal -> Stream.ofNullable(personal.retentionMonths()))
                .min(Integer::compare)
                .filter(months -> today.isAfter(endsOn.plusMonths(months)))
                .isPresent();
    }

    /** Takes the answers, and the files that were sent with them, away. */
    @Component
    static class Erasing {
        private final JdbcClient jdbc;
        private final FileStore files;
        private final AuditTrail audit;

        Erasing(JdbcClient jdbc, FileStore files, AuditTrail audit) {
            this.jdbc = jdbc;
            this.files = files;
            this.audit = audit;
        }

        @Transactional
        public void erase(ConferenceView conference, Map<Integer, List<Field>> due) {
            var delegates = new LinkedHashSet<UUID>();
            var keys = new TreeSet<String>();
            var sent = new ArrayList<UUID>();
            due.forEach((version, fields) -> fields.forEach(field -> {
                var erased = erase(conference.id(), version, field, sent);
                if (!erased.isEmpty()) keys.add(field.key());
                delegates.addAll(erased);
            }));
            if (delegates.isEmpty()) return;
            sent.forEach(files::delete);
            audit.record(
                    "delegates.personal-data-erased",
                    conference.slug(),
                    Map.of("delegates", delegates.size(), "fields", List.copyOf(keys)));
        }

        @Transactional
        public void invitations(ConferenceView conference) {
            var erased = jdbc.sql("DELETE FROM invitation WHERE conference_id = :conference")
                    .param("conference", conference.id())
                    .update();
            if (erased > 0) audit.record("invitations.erased", conference.slug(), Map.of("invitations", erased));
        }

        /** That somebody was absent stays, for the lists; why is often about their health. */
        @Transactional
        public void absences(ConferenceView conference) {
            var erased = jdbc.sql("UPDATE absence SET reason = '' WHERE conference_id = :conference AND reason <> ''")
                    .param("conference", conference.id())
                    .update();
            if (erased > 0) audit.record("absences.reasons-erased", conference.slug(), Map.of("absences", erased));
        }

        private List<UUID> erase(UUID conference, int version, Field field, List<UUID> sent) {
            eraseFromChanges(conference, version, field);
            if (field.type().isFile())
                jdbc.sql("""
                        SELECT answers -> :key ->> 'file' FROM delegate
                        WHERE conference_id = :conference AND form_version = :version
                          AND jsonb_exists(answers, :key)""")
                        .param("key", field.key())
                        .param("conference", conference)
                        .param("version", version)
                        .query((row, n) -> Optional.ofNullable(row.getString(1)))
                        .list()
                        .forEach(id -> id.map(UUID::fromString).ifPresent(sent::add));
            return jdbc.sql("""
                    UPDATE delegate SET answers = answers - :key, version = version + 1
                    WHERE conference_id = :conference AND form_version = :version AND jsonb_exists(answers, :key)
                    RETURNING id""")
                    .param("key", field.key())
                    .param("conference", conference)
                    .param("version", version)
                    .query((row, n) -> row.getObject(1, UUID.class))
                    .list();
        }

        /** A change that waits for its payment holds answers of its own; one that ended holds none. */
        private void eraseFromChanges(UUID conference, int version, Field field) {
            jdbc.sql("""
                    UPDATE order_change c SET proposal = jsonb_set(proposal, '{answers}', (proposal -> 'answers') - :key)
                    FROM orders o
                    WHERE o.id = c.order_id AND o.conference_id = :conference AND c.status = 'pending'
                      AND (proposal ->> 'form_version')::int = :version AND jsonb_exists(proposal -> 'answers', :key)""")
                    .param("key", field.key())
                    .param("conference", conference)
                    .param("version", version)
                    .update();
        }
    }
}
