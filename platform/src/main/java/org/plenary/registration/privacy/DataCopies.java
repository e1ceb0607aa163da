package org.plenary.registration.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.files.FileRule;
import org.plenary.files.FileStore;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Copies that are made by a job, because they are large. */
@Component
class DataCopies {
    private final JdbcClient jdbc;
    private final FileStore files;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DataCopies(JdbcClient jdbc, FileStore files, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.files = files;
        this.events = events;
        this.clock = clock;
    }

    /** @param file null while it is being made */
    record Copy(
            UUID id, UUID order, Instant askedAt, @Nullable UUID file) {
        public boolean isReady() {
            return file != null;
        }
    }

    /** Begins one, unless one is being made. */
    @Transactional
    public void start(Subject subject) {
        if (of(subject.order()).filter(copy -> !copy.isReady()).isPresent()) return;
        var id = Ids.next();
        jdbc.sql(
                        "INSERT INTO data_copy (id, conference_id, order_id, asked_at) VALUES (:id, :conference, :order, :now)")
                .param("id", id)
                .param("conference", subject.conference())
                .param("order", subject.order())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        events.publishEvent(new DataCopyAsked(Tenancy.require().id(), subject.conference(), id));
    }

    /** The newest of an order. */
    @Transactional(readOnly = true)
    public Optional<Copy> of(UUID order) {
        return jdbc.sql("SELECT * FROM data_copy WHERE order_id = :order ORDER BY id DESC LIMIT 1")
                .param("order", order)
                .query(DataCopies::copy)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Copy> find(UUID id) {
        return jdbc.sql("SELECT * FROM data_copy WHERE id = :id")
                .param("id", id)
                .query(DataCopies::copy)
                .optional();
    }

    /** Keeps what was made; nothing when the person was forgotten, or another made it, meanwhile. */
    @Transactional
    public void keep(UUID id, String name, java.io.InputStream content) {
        var isWaiting = !jdbc.sql("SELECT id FROM data_copy WHERE id = :id AND file_id IS NULL FOR UPDATE")
                .param("id", id)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list()
                .isEmpty();
        if (!isWaiting) return;
        jdbc.sql("UPDATE data_copy SET file_id = :file WHERE id = :id")
                .param(
                        "file",
                        files.keep(FileRule.ARCHIVE, "/copy", name, content).id())
                .param("id", id)
                .update();
    }

    @Transactional
    public void removeBefore(Instant old) {
        List<Optional<UUID>> removed = jdbc.sql("DELETE FROM data_copy WHERE asked_at < :old RETURNING file_id")
                .param("old", Timestamp.from(old))
                .query((row, n) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .list();
        removed.forEach(file -> file.ifPresent(files::delete));
    }

    private static Copy copy(ResultSet row, int number) throws SQLException {
        return new Copy(
                row.getObject("id", UUID.class),
                row.getObject("order_id", UUID.class),
                row.getTimestamp("asked_at").toInstant(),
                row.getObject("file_id", UUID.class));
    }

    /** Makes the copies that were asked for; one that a crash interrupted is made again. */
    @Component
    static class Making {
        private final DataCopies copies;
        private final Subjects subjects;
        private final DataArchive archive;
        private final ConferenceApi conferences;

        Making(DataCopies copies, Subjects subjects, DataArchive archive, ConferenceApi conferences) {
            this.copies = copies;
            this.subjects = subjects;
            this.archive = archive;
            this.conferences = conferences;
        }

        @OutboundListener(id = "registration.make-data-copy")
        public void on(DataCopyAsked asked) {
            var copy = copies.find(asked.copy()).orElse(null);
            if (copy == null || copy.isReady()) return;
            try {
                make(asked, copy);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void make(DataCopyAsked asked, Copy copy) throws IOException {
            var subject = subjects.of(copy.order());
            var scratch = Files.createTempFile("copy", ".zip");
            try {
                try (var out = Files.newOutputStream(scratch)) {
                    archive.write(conferences.byId(asked.conference()), subject, subject.locale(), out);
                }
                try (var content = Files.newInputStream(scratch)) {
                    copies.keep(copy.id(), subject.code() + ".zip", content);
                }
            } finally {
                Files.deleteIfExists(scratch);
            }
        }
    }
}
