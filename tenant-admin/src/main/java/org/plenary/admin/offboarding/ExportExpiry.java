package org.plenary.admin.offboarding;

import java.time.Clock;
import org.plenary.admin.work.TenantJobs;
import org.plenary.files.TenantFiles;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantDirectory;
import org.springframework.stereotype.Component;

/** Takes away archives that were there to be downloaded long enough: all of an organization in one file is not to lie about. */
@Component
class ExportExpiry {
    private final TenantJobs jobs;
    private final TenantDirectory directory;
    private final TenantFiles files;
    private final OffboardingSettings settings;
    private final Clock clock;

    ExportExpiry(
            TenantJobs jobs, TenantDirectory directory, TenantFiles files, OffboardingSettings settings, Clock clock) {
        this.jobs = jobs;
        this.directory = directory;
        this.files = files;
        this.settings = settings;
        this.clock = clock;
    }

    /** Of one that leaves the archive stays until the end. */
    void run() {
        for (var export : jobs.expiredExports(clock.instant().minus(settings.exportKept())))
            directory.byId(export.tenant()).ifPresent(tenant -> {
                Tenancy.runAs(tenant, files::deleteArchive);
                jobs.remember(export.id(), "expired", "true");
            });
    }
}
