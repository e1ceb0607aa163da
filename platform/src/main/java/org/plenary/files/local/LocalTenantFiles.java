package org.plenary.files.local;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.files.StoredFile;
import org.plenary.files.TenantFiles;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantId;
import org.plenary.tenancy.TenantTraces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** The archive lies in the tenant's folder, so that it is erased with everything else. */
@Component
class LocalTenantFiles implements TenantFiles, TenantTraces {
    private static final Logger LOG = LoggerFactory.getLogger(LocalTenantFiles.class);
    private static final String ARCHIVE = "archive.zip";

    private final FilesProperties settings;
    private final JdbcClient jdbc;

    LocalTenantFiles(FilesProperties settings, JdbcClient jdbc) {
        this.settings = settings;
        this.jdbc = jdbc;
    }

    @Override
    public List<StoredFile> after(@Nullable UUID id, int limit) {
        return jdbc.sql("""
                        select id, name, type, size, created_at from stored_file
                        where cast(? as uuid) is null or id > ? order by id limit ?""")
                .param(id)
                .param(id)
                .param(limit)
                .query((row, number) -> new StoredFile(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("type"),
                        row.getLong("size"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }

    @Override
    public long keepArchive(Filling filling) {
        var archive = archive();
        var incoming = archive.resolveSibling(ARCHIVE + ".part");
        try {
            Files.createDirectories(archive.getParent());
            try (var out = new BufferedOutputStream(Files.newOutputStream(incoming))) {
                filling.into(out);
            }
            Files.move(incoming, archive, StandardCopyOption.REPLACE_EXISTING);
            return Files.size(archive);
        } catch (IOException e) {
            deleteQuietly(incoming);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            deleteQuietly(incoming);
            throw e;
        }
    }

    @Override
    public OptionalLong archiveSize() {
        try {
            return OptionalLong.of(Files.size(archive()));
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<InputStream> openArchive() {
        try {
            return Optional.of(Files.newInputStream(archive()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void deleteArchive() {
        try {
            Files.deleteIfExists(archive());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String putBack(TenantId tenant, UUID id, InputStream content) {
        var name = id.toString();
        var place = folder(tenant).resolve(name.substring(name.length() - 2)).resolve(name);
        var incoming = place.resolveSibling(name + ".part");
        try {
            Files.createDirectories(place.getParent());
            var digest = MessageDigest.getInstance("SHA-256");
            try (var out = Files.newOutputStream(incoming)) {
                content.transferTo(new DigestOutputStream(out, digest));
            }
            Files.move(incoming, place, StandardCopyOption.REPLACE_EXISTING);
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void erase(TenantId tenant) {
        try {
            FileSystemUtils.deleteRecursively(folder(tenant));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String kind() {
        return "files";
    }

    @Override
    public long count(TenantId tenant, String schema) {
        if (!Files.exists(folder(tenant))) return 0;
        try (var all = Files.walk(folder(tenant))) {
            return all.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("what was written of {} stays until the next one", file.getFileName(), e);
        }
    }

    private Path archive() {
        return folder(Tenancy.require().id()).resolve(ARCHIVE);
    }

    private Path folder(TenantId tenant) {
        return settings.folder().resolve(tenant.toString());
    }
}
