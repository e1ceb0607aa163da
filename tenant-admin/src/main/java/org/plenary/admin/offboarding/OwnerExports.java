package org.plenary.admin.offboarding;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.plenary.admin.work.TenantJob;
import org.plenary.admin.work.TenantJobs;
import org.plenary.files.TenantFiles;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What an owner does with the data of their organization, and what its trail keeps of it. */
@Component
class OwnerExports {
    private final TenantJobs jobs;
    private final TenantFiles files;
    private final OffboardingSettings settings;
    private final Trail trail;

    OwnerExports(TenantJobs jobs, TenantFiles files, OffboardingSettings settings, Trail trail) {
        this.jobs = jobs;
        this.files = files;
        this.settings = settings;
        this.trail = trail;
    }

    /** In the organization's own trail, where all its owners see it. */
    @Component
    record Trail(Callers callers, AuditTrail audit, TransactionOperations transactions) {
        void record(Tenant tenant, String action) {
            Tenancy.runAs(
                    tenant,
                    () -> transactions.executeWithoutResult(
                            status -> audit.record(action, tenant.id().toString(), Map.of())));
        }
    }

    /**
     * @param job the last one, while it says anything
     * @param bytes null when there is nothing to be downloaded
     * @param until null while it is not known
     */
    record View(
            @Nullable TenantJob job,
            @Nullable Long bytes,
            @Nullable Instant madeAt,
            @Nullable Instant until) {
        public boolean isRunning() {
            return job != null && job.isOpen();
        }

        public boolean isFailed() {
            return job != null && job.status() == TenantJob.Status.FAILED;
        }

        public boolean isReady() {
            return !isRunning() && bytes != null;
        }
    }

    View view(Tenant tenant) {
        var last = jobs.last(tenant.id(), TenantJob.Kind.EXPORT).orElse(null);
        OptionalLong size = Tenancy.callAs(tenant, files::archiveSize);
        var made = last != null && last.isDone() ? last.finishedAt() : null;
        return new View(
                last,
                size.isPresent() ? size.getAsLong() : null,
                made,
                made == null ? null : made.plus(settings.exportKept()));
    }

    void ask(Tenant tenant) {
        var caller = trail.callers().current();
        var unused = jobs.ask(
                tenant.id(), TenantJob.Kind.EXPORT, new TenantJobs.Asker(caller.id(), caller.name()), Map.of());
        trail.record(tenant, "tenant.export-asked");
    }

    /** What was there before stays. */
    void cancel(Tenant tenant) {
        jobs.last(tenant.id(), TenantJob.Kind.EXPORT).ifPresent(job -> jobs.cancel(job.id()));
    }

    java.io.InputStream archive(Tenant tenant) {
        var archive = Tenancy.callAs(tenant, files::openArchive)
                .orElseThrow(() -> new org.plenary.kernel.Problem.NotFound("The export"));
        trail.record(tenant, "tenant.export-downloaded");
        return archive;
    }
}
