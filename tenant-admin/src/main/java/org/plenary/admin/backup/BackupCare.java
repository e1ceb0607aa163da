package org.plenary.admin.backup;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.plenary.admin.work.TenantJob;
import org.plenary.admin.work.TenantJobs;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.SchemaCopies;
import org.plenary.tenancy.TenantErased;
import org.plenary.tenancy.TenantId;
import org.plenary.tenancy.TenantRemains;
import org.springframework.stereotype.Component;

/** Sees that there are backups, and that none is kept longer than the policy says; for organizations that are gone too. */
@Component
class BackupCare implements TenantRemains {
    private static final int AT_ONCE = 20;

    private final BackupRows rows;
    private final BackupArchives archives;
    private final TenantJobs jobs;
    private final BackupSettings settings;
    private final Clock clock;

    BackupCare(BackupRows rows, BackupArchives archives, TenantJobs jobs, BackupSettings settings, Clock clock) {
        this.rows = rows;
        this.archives = archives;
        this.jobs = jobs;
        this.settings = settings;
        this.clock = clock;
    }

    void askForDue() {
        for (var tenant : rows.due(settings.every(), AT_ONCE)) {
            try {
                jobs.ask(
                        new TenantId(tenant),
                        TenantJob.Kind.BACKUP,
                        TenantJobs.Asker.PLATFORM,
                        Map.of("reason", "schedule"));
            } catch (Problem.Conflict e) {
                // somebody asked for one in this moment
            }
        }
    }

    /** The key goes with the row: from then on nobody reads the archive, were it still somewhere. */
    void deleteOld() {
        for (var old : rows.over(AT_ONCE)) {
            archives.delete(old.tenant(), old.id());
            rows.delete(old.id());
        }
    }

    @OutboundListener(id = "admin.shorten-backups-of-erased-tenant")
    void on(TenantErased event) {
        rows.shorten(event.tenant(), clock.instant().plus(settings.keepAfterErasure()));
    }

    @Override
    public Optional<Remain> of(TenantId tenant) {
        return rows.kept(tenant)
                .map(kept -> new Remain(
                        "backups",
                        kept.count(),
                        kept.until().atZone(ZoneOffset.UTC).toLocalDate().plusDays(1)));
    }

    /** What the job does now and then. */
    @Component
    record Rounds(BackupCare care, SchemaCopies copies) {
        void make() {
            care.askForDue();
            care.deleteOld();
            copies.dropOld();
        }
    }
}
