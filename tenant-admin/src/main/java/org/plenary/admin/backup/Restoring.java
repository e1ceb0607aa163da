package org.plenary.admin.backup;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.plenary.admin.work.Progress;
import org.plenary.admin.work.TenantJob;
import org.plenary.admin.work.TenantWork;
import org.plenary.tenancy.SchemaCopies;
import org.plenary.tenancy.TenantDirectory;
import org.springframework.stereotype.Component;

/**
 * Puts a backup in the place of what an organization has. Until the last step everything is made beside the data in use, which
 * serves on; whatever happens before that step changes nothing.
 */
@Component
class Restoring implements TenantWork {
    static final String BACKUP = "backup";
    static final String REASON = "reason";
    private static final String SCHEMA = "schema";

    /** Time enough to make one; what a crash leaves is dropped after it. */
    private static final Duration MAKING = Duration.ofDays(1);

    private final BackupRows rows;
    private final RestoredSchema restored;
    private final SchemaCopies copies;
    private final PuttingBack puttingBack;
    private final TenantDirectory directory;

    Restoring(
            BackupRows rows,
            RestoredSchema restored,
            SchemaCopies copies,
            PuttingBack puttingBack,
            TenantDirectory directory) {
        this.rows = rows;
        this.restored = restored;
        this.copies = copies;
        this.puttingBack = puttingBack;
        this.directory = directory;
    }

    @Override
    public TenantJob.Kind kind() {
        return TenantJob.Kind.RESTORE;
    }

    @Override
    public void run(TenantJob job, Progress progress) throws IOException {
        var backup = rows.require(UUID.fromString(job.facts().get(BACKUP)));
        var earlier = job.facts().get(SCHEMA);
        if (earlier != null) {
            // an earlier try was killed just after the last step
            if (isInUse(job, earlier)) {
                puttingBack.tell(job, backup);
                return;
            }
            copies.drop(earlier);
        }
        var schema = copies.reserve(job.tenant(), MAKING);
        progress.keep(SCHEMA, schema);
        restored.make(backup, schema, progress);
        progress.step("switching");
        puttingBack.run(job, backup, schema, progress);
    }

    private boolean isInUse(TenantJob job, String schema) {
        return directory
                .byId(job.tenant())
                .filter(tenant -> tenant.schema().equals(schema))
                .isPresent();
    }

    @Override
    public void abandon(TenantJob job) {
        var schema = job.facts().get(SCHEMA);
        if (schema != null && !isInUse(job, schema)) copies.drop(schema);
        puttingBack.open(job.tenant());
    }
}
