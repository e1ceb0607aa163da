package org.plenary.files.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.plenary.files.FileRule;
import org.plenary.files.FileStore;
import org.plenary.files.StoredFile;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Secrets;
import org.plenary.tenancy.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.multipart.MultipartFile;

/**
 * Keeps files in {@code <folder>/<tenant id>/<last two digits>/<id>}, so that a tenant's files are found, measured and
 * erased together. The row and the file agree after each transaction, whether it commits or not.
 */
@Component
class LocalFileStore implements FileStore {
    private static final Logger LOG = LoggerFactory.getLogger(LocalFileStore.class);
    private static final Duration TOKEN_LIFE = Duration.ofDays(2);
    private static final String COLUMNS = "id, name, type, size, created_at";

    private final FilesProperties settings;
    private final JdbcClient jdbc;
    private final StorageQuota quota;
    private final Clock clock;

    LocalFileStore(FilesProperties settings, JdbcClient jdbc, StorageQuota quota, Clock clock) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.quota = quota;
        this.clock = clock;
    }

    @Override
    @Transactional
    public StoredFile keep(FileRule rule, String pointer, String name, InputStream content) {
        var intake = new Intake(rule, pointer);
        var id = Ids.next();
        var shortName = intake.name(name);
        try {
            var place = place(id);
            Files.createDirectories(place.getParent());
            onRollback(place);
            var incoming = place.resolveSibling(id + ".part");
            try {
                var size = intake.write(content, incoming);
                var type = intake.type(shortName, incoming);
                if (!rule.alwaysKept()) quota.requireRoomFor(size, pointer);
                Files.move(incoming, place);
                return insert(new StoredFile(id, shortName, type.mediaType(), size, clock.instant()));
            } finally {
                Files.deleteIfExists(incoming);
            }
        } catch (IOException e) {
            LOG.error("a file was not kept: {}", e.toString());
            throw new Problem.Unavailable("files_unavailable", "Files cannot be kept at the moment. Try again soon.");
        }
    }

    @Override
    @Transactional
    public StoredFile keep(FileRule rule, String pointer, MultipartFile sent) throws IOException {
        var name = sent.getOriginalFilename();
        try (var content = sent.getInputStream()) {
            return keep(rule, pointer, name == null ? "" : name, content);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<StoredFile> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from stored_file where id = :id")
                .param("id", id)
                .query(LocalFileStore::read)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public InputStream open(UUID id) {
        if (find(id).isEmpty()) throw new Problem.NotFound("The file");
        try {
            return Files.newInputStream(place(id));
        } catch (NoSuchFileException e) {
            LOG.atError().addKeyValue("file", id).log("a file's row is there and the file is not");
            throw new Problem.NotFound("The file");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    @Transactional
    public void delete(UUID id) {
        var deleted = jdbc.sql("delete from stored_file where id = :id")
                .param("id", id)
                .update();
        if (deleted == 0) return;
        var place = place(id);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                deleteQuietly(place);
            }
        });
    }

    @Override
    @Transactional
    public void share(UUID id) {
        jdbc.sql("update stored_file set shared_at = :now where id = :id and shared_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<StoredFile> shared(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from stored_file where id = :id and shared_at is not null")
                .param("id", id)
                .query(LocalFileStore::read)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public long usage() {
        return quota.now();
    }

    @Override
    @Transactional
    public String token(UUID file) {
        var token = Ids.secret();
        var updated = jdbc.sql("update stored_file set token_hash = :hash, token_expires_at = :until where id = :id")
                .param("hash", Secrets.hash(token))
                .param("until", Timestamp.from(clock.instant().plus(TOKEN_LIFE)))
                .param("id", file)
                .update();
        if (updated == 0) throw new Problem.NotFound("The file");
        return token;
    }

    @Override
    @Transactional
    public Optional<StoredFile> byToken(String token) {
        var now = Timestamp.from(clock.instant());
        var found = jdbc.sql(
                        "select " + COLUMNS + " from stored_file where token_hash = :hash and token_expires_at > :now")
                .param("hash", Secrets.hash(token))
                .param("now", now)
                .query(LocalFileStore::read)
                .optional();
        // whoever only reads, to say what a form would cost, keeps nothing; whoever asks again has kept it already
        if (!TransactionSynchronizationManager.isCurrentTransactionReadOnly())
            found.ifPresent(
                    file -> jdbc.sql("update stored_file set redeemed_at = :now where id = :id and redeemed_at is null")
                            .param("now", now)
                            .param("id", file.id())
                            .update());
        return found;
    }

    private StoredFile insert(StoredFile file) {
        jdbc.sql("insert into stored_file (" + COLUMNS + ") values (:id, :name, :type, :size, :createdAt)")
                .param("id", file.id())
                .param("name", file.name())
                .param("type", file.type())
                .param("size", file.size())
                .param("createdAt", Timestamp.from(file.createdAt()))
                .update();
        return file;
    }

    private Path place(UUID id) {
        var name = id.toString();
        return settings.folder()
                .resolve(Tenancy.require().id().toString())
                .resolve(name.substring(name.length() - 2))
                .resolve(name);
    }

    private static void onRollback(Path place) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status != STATUS_COMMITTED) deleteQuietly(place);
            }
        });
    }

    private static void deleteQuietly(Path place) {
        try {
            Files.deleteIfExists(place);
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("file", place.getFileName()).setCause(e).log("a deleted file's content stays");
        }
    }

    private static StoredFile read(ResultSet row, int number) throws SQLException {
        return new StoredFile(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("type"),
                row.getLong("size"),
                row.getTimestamp("created_at").toInstant());
    }
}
