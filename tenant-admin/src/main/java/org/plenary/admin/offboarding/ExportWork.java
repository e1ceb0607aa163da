package org.plenary.admin.offboarding;

import org.plenary.admin.work.Progress;
import org.plenary.admin.work.TenantJob;
import org.plenary.admin.work.TenantWork;
import org.plenary.files.TenantFiles;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantDirectory;
import org.springframework.stereotype.Component;

/** Makes the archive that an owner, or a deletion, wants. An earlier one can be downloaded until it is there. */
@Component
class ExportWork implements TenantWork {
    private final TenantDirectory directory;
    private final TenantFiles files;
    private final Archive archive;
    private final Exporting.Marking marking;

    ExportWork(TenantDirectory directory, TenantFiles files, Archive archive, Exporting.Marking marking) {
        this.directory = directory;
        this.files = files;
        this.archive = archive;
        this.marking = marking;
    }

    @Override
    public TenantJob.Kind kind() {
        return TenantJob.Kind.EXPORT;
    }

    @Override
    public void run(TenantJob job, Progress progress) {
        var tenant = directory.byId(job.tenant()).orElseThrow(() -> new Problem.NotFound("The tenant"));
        long bytes = Tenancy.callAs(tenant, () -> files.keepArchive(out -> archive.write(tenant, out, progress)));
        progress.keep("bytes", String.valueOf(bytes));
        var unused = marking.mark(tenant, bytes, job.askedAt());
    }
}
