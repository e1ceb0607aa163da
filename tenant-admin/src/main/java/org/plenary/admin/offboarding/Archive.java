package org.plenary.admin.offboarding;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.plenary.files.FileStore;
import org.plenary.files.StoredFile;
import org.plenary.files.TenantFiles;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantTables;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes all that the bound tenant has into a ZIP: {@code tables/<name>.csv}, {@code files/<id>-<name>}, and
 * {@code organization.json}, which says what it is. All tables are read as of one moment.
 */
@Component
class Archive {
    private static final int FILES_AT_ONCE = 200;

    private final TenantTables tables;
    private final TenantFiles all;
    private final FileStore files;
    private final Json json;
    private final Clock clock;

    Archive(TenantTables tables, TenantFiles all, FileStore files, Json json, Clock clock) {
        this.tables = tables;
        this.all = all;
        this.files = files;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void write(OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (var table : tables.names()) {
            zip.putNextEntry(new ZipEntry("tables/" + table + ".csv"));
            tables.copy(table, new Unclosed(zip));
            zip.closeEntry();
        }
        var missing = writeFiles(zip);
        zip.putNextEntry(new ZipEntry("organization.json"));
        zip.write(json.write(description(missing)).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
    }

    private List<String> writeFiles(ZipOutputStream zip) throws IOException {
        var missing = new ArrayList<String>();
        @Nullable UUID after = null;
        for (var page = all.after(null, FILES_AT_ONCE); !page.isEmpty(); page = all.after(after, FILES_AT_ONCE)) {
            for (var file : page) if (!write(file, zip)) missing.add(name(file));
            after = page.getLast().id();
        }
        return missing;
    }

    private boolean write(StoredFile file, ZipOutputStream zip) throws IOException {
        try (var content = files.open(file.id())) {
            zip.putNextEntry(new ZipEntry(name(file)));
            content.transferTo(zip);
            zip.closeEntry();
            return true;
        } catch (Problem.NotFound e) {
            return false;
        }
    }

    private static String name(StoredFile file) {
        return "files/" + file.id() + "-" + file.name().replaceAll("[/\\\\:]", "_");
    }

    private LinkedHashMap<String, Object> description(List<String> missing) {
        var tenant = Tenancy.require();
        var description = new LinkedHashMap<String, Object>();
        description.put("slug", tenant.slug());
        description.put("name", tenant.name());
        description.put("country", tenant.country());
        description.put("locale", tenant.locale().toLanguageTag());
        description.put("time_zone", tenant.timeZone().getId());
        description.put("created_at", tenant.createdAt().toString());
        description.put("exported_at", clock.instant().toString());
        description.put("schema_version", tenant.schemaVersion());
        description.put("files_missing", missing);
        return description;
    }

    /** The database's driver closes what it has written to. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
