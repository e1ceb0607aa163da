package org.plenary.admin.offboarding;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plenary.admin.work.Progress;
import org.plenary.files.FileStore;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.SchemaCopies;
import org.plenary.tenancy.SchemaCopies.Source;
import org.plenary.tenancy.Tenant;
import org.springframework.stereotype.Component;

/**
 * Writes all that the bound tenant has into a ZIP: each table as CSV and as JSON with its schema, every file, and what says what all
 * of it is. All tables are read as of one moment, and row by row: no table is in memory.
 */
@Component
class Archive {
    private final SchemaCopies copies;
    private final FileStore files;
    private final ArchiveGuide guide;
    private final Json json;
    private final Clock clock;

    Archive(SchemaCopies copies, FileStore files, ArchiveGuide guide, Json json, Clock clock) {
        this.copies = copies;
        this.files = files;
        this.guide = guide;
        this.json = json;
        this.clock = clock;
    }

    void write(Tenant tenant, OutputStream out, Progress progress) throws IOException {
        try (var source = copies.read(tenant.schema())) {
            var zip = new CheckedZip(progress.watched(out));
            var tables = source.tables().stream().map(source::describe).toList();
            var ids = source.files();
            progress.step("exporting");
            progress.total(tables.size() + ids.size());
            var rows = new HashMap<String, Long>();
            for (var table : tables) {
                table(zip, source, table, rows);
                progress.one();
            }
            var missing = new ArrayList<String>();
            for (var id : ids) {
                if (!file(zip, id)) missing.add(id.toString());
                progress.one();
            }
            zip.text("organization.json", json.write(description(tenant, missing)));
            var written = new ArchiveGuide.Written(
                    tenant,
                    String.valueOf(tenant.schemaVersion()),
                    clock.instant().toString(),
                    tables,
                    rows);
            for (var language : ArchiveGuide.LANGUAGES)
                zip.text(guide.fileName(language), guide.readMe(written, language));
            zip.finish();
        }
    }

    private void table(CheckedZip zip, Source source, SchemaCopies.Description table, Map<String, Long> rows)
            throws IOException {
        var name = table.table().name();
        zip.entry("tables/" + name + ".csv", out -> source.csv(table, out));
        zip.entry("json/" + name + ".jsonl", out -> rows.put(name, source.json(table, out)));
        zip.text("schemas/" + name + ".json", guide.schema(table));
    }

    /** False for one that was deleted since the moment of the export. */
    private boolean file(CheckedZip zip, UUID id) throws IOException {
        var file = files.find(id).orElse(null);
        if (file == null) return false;
        try (var content = files.open(id)) {
            zip.entry("files/" + id + "-" + file.name().replaceAll("[/\\\\:]", "_"), content::transferTo);
            return true;
        } catch (Problem.NotFound e) {
            return false;
        }
    }

    private LinkedHashMap<String, Object> description(Tenant tenant, List<String> missing) {
        var description = new LinkedHashMap<String, Object>();
        description.put("slug", tenant.slug());
        description.put("name", tenant.name());
        description.put("country", tenant.country());
        description.put("locale", tenant.locale().toLanguageTag());
        description.put("time_zone", tenant.timeZone().getId());
        description.put("created_at", tenant.createdAt().toString());
        description.put("exported_at", clock.instant().toString());
        description.put("schema_version", String.valueOf(tenant.schemaVersion()));
        description.put("files_missing", missing);
        return description;
    }
}
