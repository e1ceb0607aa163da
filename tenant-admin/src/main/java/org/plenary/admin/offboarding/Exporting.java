package org.plenary.admin.offboarding;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.admin.TenantExported;
import org.plenary.admin.work.TenantJob;
import org.plenary.admin.work.TenantJobs;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Asks for the archives without which nothing is erased. One that fails is asked for again, after those that never failed. */
@Component
class Exporting {
    private static final Logger log = LoggerFactory.getLogger(Exporting.class);

    private final Deletions deletions;
    private final TenantDirectory directory;
    private final TenantJobs jobs;
    private final Marking marking;

    Exporting(Deletions deletions, TenantDirectory directory, TenantJobs jobs, Marking marking) {
        this.deletions = deletions;
        this.directory = directory;
        this.jobs = jobs;
        this.marking = marking;
    }

    /** Says that an archive is there, and lets its owners be told, or neither. */
    @Component
    static class Marking {
        private final Deletions deletions;
        private final ApplicationEventPublisher events;
        private final TransactionOperations transactions;

        Marking(Deletions deletions, ApplicationEventPublisher events, TransactionOperations transactions) {
            this.deletions = deletions;
            this.events = events;
            this.transactions = transactions;
        }

        /** @param asked of one that is older than the deletion, something could be missing: it does not count */
        boolean mark(Tenant tenant, @Nullable Long bytes, @Nullable Instant asked) {
            return Boolean.TRUE.equals(transactions.execute(status -> {
                if (!deletions.exported(tenant.id(), bytes, asked)) return false;
                if (bytes != null) events.publishEvent(new TenantExported(tenant.id()));
                log.info("exported tenant={} bytes={}", tenant.slug(), bytes);
                return true;
            }));
        }
    }

    void run() {
        for (var id : deletions.toExport()) directory.byId(id).ifPresent(this::ask);
    }

    private void ask(Tenant tenant) {
        if (tenant.schemaVersion() == null) {
            marking.mark(tenant, null, null);
            return;
        }
        var last = jobs.last(tenant.id(), TenantJob.Kind.EXPORT);
        if (last.filter(TenantJob::isOpen).isPresent()) return;
        if (last.filter(job -> job.status() == TenantJob.Status.FAILED).isPresent()) deletions.failed(tenant.id());
        try {
            jobs.ask(tenant.id(), TenantJob.Kind.EXPORT, TenantJobs.Asker.PLATFORM, Map.of());
        } catch (Problem.Conflict e) {
            // an owner asked for one in this moment
        }
    }
}
