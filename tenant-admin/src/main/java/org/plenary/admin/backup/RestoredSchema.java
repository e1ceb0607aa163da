package org.plenary.admin.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.plenary.admin.work.Progress;
import org.plenary.files.TenantFiles;
import org.plenary.kernel.Json;
import org.plenary.tenancy.SchemaCopies;
import org.plenary.tenancy.TenantId;
import org.springframework.stereotype.Component;

/** Makes a schema of what a backup holds, beside the one in use, and sees that it is the same. */
@Component
class RestoredSchema {
    private static final String TABLES = "tables/";
    private static final String FILES = "files/";

    private final BackupArchives archives;
    private final SchemaCopies copies;
    private final TenantFiles files;
    private final Json json;

    RestoredSchema(BackupArchives archives, SchemaCopies copies, TenantFiles files, Json json) {
        this.archives = archives;
        this.copies = copies;
        this.files = files;
        this.json = json;
    }

    /** @throws IllegalStateException when anything is not as it was; the schema is then of no use */
    void make(Backup backup, String schema, Progress progress) throws IOException {
        try (var archive = archives.open(backup)) {
            var changes = archive.header().changes();
            if (!copies.canMake(changes))
                throw new IllegalStateException("the backup is of a newer version of the application than this one");
            progress.step("making");
            copies.make(schema, changes);
            var sums = fill(schema, backup.tenant(), archive.content(), progress);
            progress.step("upgrading");
            copies.upgrade(schema);
            requireSame(sums.figures(), copies.sums(schema), "the ledger");
            progress.one();
        }
    }

    private Backup.Sums fill(String schema, TenantId tenant, InputStream content, Progress progress)
            throws IOException {
        progress.step("loading");
        try (var target = copies.fill(schema)) {
            var zip = new ZipInputStream(content, StandardCharsets.UTF_8);
            var contents = json.read(text(zip, zip.getNextEntry(), "contents.json"), Backup.Contents.class);
            progress.total(contents.tables().size() * 2 + contents.files() + 2);
            for (var table : contents.tables()) {
                require(zip.getNextEntry(), TABLES + table.name());
                target.load(table, progress.watched(zip));
                progress.one();
            }
            var kept = new java.util.HashMap<String, String>();
            var entry = zip.getNextEntry();
            for (; entry != null && entry.getName().startsWith(FILES); entry = zip.getNextEntry()) {
                var id = UUID.fromString(entry.getName().substring(FILES.length()));
                kept.put(id.toString(), files.putBack(tenant, id, progress.watched(zip)));
                progress.one();
            }
            var sums = json.read(text(zip, entry, "sums.json"), Backup.Sums.class);
            // to the end, so that it is known that nothing was cut off
            zip.getNextEntry();
            content.transferTo(OutputStream.nullOutputStream());
            requireSame(sums.files(), kept, "the files");
            progress.step("verifying");
            for (var table : contents.tables()) {
                requireSame(sums.tables().get(table.name()), target.sum(table), "the table " + table.name());
                progress.one();
            }
            target.keep();
            progress.one();
            return sums;
        }
    }

    private static void require(@Nullable ZipEntry entry, String name) throws IOException {
        if (entry == null || !entry.getName().equals(name)) throw new IOException("the backup has no " + name);
    }

    private static String text(ZipInputStream zip, @Nullable ZipEntry entry, String name) throws IOException {
        require(entry, name);
        return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void requireSame(@Nullable Object expected, Object found, String what) {
        if (!found.equals(expected)) throw new IllegalStateException(what + " did not come back as it was");
    }
}
