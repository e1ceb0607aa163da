package org.plenary.admin.backup;

import java.util.Map;
import java.util.UUID;
import org.plenary.admin.offboarding.Deletions;
import org.plenary.admin.work.TenantJob;
import org.plenary.admin.work.TenantJobs;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.tenancy.TenantDirectory;
import org.plenary.tenancy.TenantStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an operator asks for, with its entry in their trail. */
@Component
class AskingForBackups {
    private static final int LONGEST = 300;

    private final BackupRows rows;
    private final TenantJobs jobs;
    private final TenantDirectory directory;
    private final Deletions deletions;
    private final Trail trail;

    AskingForBackups(BackupRows rows, TenantJobs jobs, TenantDirectory directory, Deletions deletions, Trail trail) {
        this.rows = rows;
        this.jobs = jobs;
        this.directory = directory;
        this.deletions = deletions;
        this.trail = trail;
    }

    @Component
    record Trail(Callers callers, AuditTrail audit) {
        TenantJobs.Asker asker() {
            var caller = callers.current();
            return new TenantJobs.Asker(caller.id(), caller.name());
        }
    }

    @Transactional
    public UUID backUp(String slug) {
        var tenant = directory.bySlug(slug).orElseThrow(() -> new Problem.NotFound("The tenant"));
        if (tenant.schemaVersion() == null) throw new Problem.Conflict("no_data", "There is nothing to back up yet.");
        trail.audit().record("tenant.backup-asked", tenant.slug(), Map.of());
        return jobs.ask(tenant.id(), TenantJob.Kind.BACKUP, trail.asker(), Map.of("reason", "hand"));
    }

    /**
     * @param typed the address of the organization, so that nobody restores another one than they mean
     * @throws Problem.Conflict {@code tenant_deleting} while it leaves: that is taken back first, or ends first; {@code slug_taken}
     *     when it is gone and somebody else has its address
     */
    @Transactional
    public UUID restore(UUID id, String typed, String reason) {
        var backup = rows.require(id);
        var tenant = directory.byId(backup.tenant());
        var slug = tenant.map(found -> found.slug()).orElse(backup.slug());
        var violations = new Violations();
        violations.text("/reason", reason, LONGEST);
        violations.check(
                typed.strip().equals(slug), "/slug", "slug_differs", "This is not the address of the organization.");
        violations.throwIfAny();
        if (tenant.filter(found -> found.status() == TenantStatus.DELETING).isPresent()
                || deletions.isBeingErased(backup.tenant()))
            throw new Problem.Conflict("tenant_deleting", "The organization is leaving.");
        if (tenant.isEmpty() && directory.isTaken(backup.slug()))
            throw new Problem.Conflict("slug_taken", "Another organization has this address by now.");
        trail.audit().record("tenant.restore-asked", slug, Map.of("made_at", backup.madeAt(), "reason", reason));
        return jobs.ask(
                backup.tenant(),
                TenantJob.Kind.RESTORE,
                trail.asker(),
                Map.of(Restoring.BACKUP, id.toString(), Restoring.REASON, reason.strip(), "slug", slug));
    }
}
