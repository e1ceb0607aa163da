package org.plenary.admin.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.plenary.admin.work.Progress;
import org.plenary.admin.work.TenantJob;
import org.plenary.admin.work.TenantWork;
import org.plenary.files.FileStore;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.SchemaCopies;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantDirectory;
import org.springframework.stereotype.Component;

/** Makes a backup: all tables as of one moment, and the files that they name. A part of a file is in memory, never a table. */
@Component
class BackingUp implements TenantWork {
    private final Sources sources;
    private final BackupArchives archives;
    private final BackupRows rows;
    private final BackupSettings settings;
    private final Clock clock;

    BackingUp(Sources sources, BackupArchives archives, BackupRows rows, BackupSettings settings, Clock clock) {
        this.sources = sources;
        this.archives = archives;
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    @Component
    record Sources(TenantDirectory directory, SchemaCopies copies, FileStore files, Json json) {}

    @Override
    public TenantJob.Kind kind() {
        return TenantJob.Kind.BACKUP;
    }

    @Override
    public void run(TenantJob job, Progress progress) throws IOException {
        var tenant = sources.directory()
                .byId(job.tenant())
                .filter(found -> found.schemaVersion() != null)
                .orElseThrow(() -> new Problem.NotFound("The tenant"));
        var made = clock.instant();
        try (var source = sources.copies().read(tenant.schema())) {
            var header = new Backup.Header(
                    job.id(),
                    tenant.id().value(),
                    made,
                    String.valueOf(source.changes().size()),
                    source.changes());
            var writing = new Writing(tenant, source, progress);
            progress.step("backing-up");
            var written = archives.write(header, writing::into);
            rows.insert(new Backup(
                    job.id(),
                    tenant.id(),
                    tenant.slug(),
                    tenant.name(),
                    new Backup.Known(
                            tenant.country(),
                            tenant.locale().toLanguageTag(),
                            tenant.timeZone().getId(),
                            tenant.plan(),
                            tenant.branding(),
                            tenant.createdAt(),
                            tenant.generation()),
                    header.schemaVersion(),
                    made,
                    keepUntil(tenant, made),
                    job.facts().getOrDefault("reason", "hand"),
                    written.bytes(),
                    writing.rows(),
                    writing.files.size(),
                    written.sealedKey()));
        }
    }

    /** The first of a month longer than the others. */
    private Instant keepUntil(Tenant tenant, Instant made) {
        var isFirst = rows.newest(tenant.id())
                .map(newest -> !YearMonth.from(newest.atZone(ZoneOffset.UTC))
                        .equals(YearMonth.from(made.atZone(ZoneOffset.UTC))))
                .orElse(true);
        return made.plus(isFirst ? settings.keepMonthly() : settings.keep());
    }

    @Override
    public void abandon(TenantJob job) {
        archives.delete(job.tenant(), job.id());
    }

    /** What is written into one archive. */
    private final class Writing {
        private final Tenant tenant;
        private final SchemaCopies.Source source;
        private final Progress progress;
        private final LinkedHashMap<String, SchemaCopies.Sum> tables = new LinkedHashMap<>();
        private final LinkedHashMap<String, String> files = new LinkedHashMap<>();
        private final List<String> missing = new ArrayList<>();

        Writing(Tenant tenant, SchemaCopies.Source source, Progress progress) {
            this.tenant = tenant;
            this.source = source;
            this.progress = progress;
        }

        long rows() {
            return tables.values().stream().mapToLong(SchemaCopies.Sum::rows).sum();
        }

        void into(OutputStream out) throws IOException {
            var zip = new ZipOutputStream(progress.watched(out), StandardCharsets.UTF_8);
            var all = source.tables();
            var ids = source.files();
            progress.total(all.size() + ids.size());
            text(zip, "contents.json", new Backup.Contents(all, ids.size()));
            for (var table : all) {
                zip.putNextEntry(new ZipEntry("tables/" + table.name()));
                tables.put(table.name(), source.copy(table, zip));
                zip.closeEntry();
                progress.one();
            }
            for (var id : ids) {
                file(zip, id);
                progress.one();
            }
            text(zip, "sums.json", new Backup.Sums(tables, source.sums(), files, missing));
            zip.finish();
        }

        /** One that was deleted since the moment of the backup is noted as missing. */
        private void file(ZipOutputStream zip, UUID id) throws IOException {
            try (var content = Tenancy.callAs(tenant, () -> sources.files().open(id))) {
                zip.putNextEntry(new ZipEntry("files/" + id));
                var digest = MessageDigest.getInstance("SHA-256");
                content.transferTo(new DigestOutputStream(zip, digest));
                files.put(id.toString(), HexFormat.of().formatHex(digest.digest()));
                zip.closeEntry();
            } catch (Problem.NotFound e) {
                missing.add(id.toString());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        private void text(ZipOutputStream zip, String name, Object value) throws IOException {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(sources.json().write(value).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }
}
