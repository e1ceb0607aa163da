package org.plenary.admin.offboarding;

import org.jspecify.annotations.Nullable;
import org.plenary.admin.TenantExported;
import org.plenary.files.TenantFiles;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Makes the archives that are wanted. One that fails is made again the next time, after those that never failed. */
@Component
class Exporting {
    private static final Logger log = LoggerFactory.getLogger(Exporting.class);

    private final Deletions deletions;
    private final TenantDirectory directory;
    private final Archive archive;
    private final TenantFiles files;
    private final Marking marking;

    Exporting(Deletions deletions, TenantDirectory directory, Archive archive, TenantFiles files, Marking marking) {
        this.deletions = deletions;
        this.directory = directory;
        this.archive = archive;
        this.files = files;
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

        boolean mark(Tenant tenant, @Nullable Long bytes) {
            return Boolean.TRUE.equals(transactions.execute(status -> {
                if (!deletions.exported(tenant.id(), bytes)) return false;
                if (bytes != null) events.publishEvent(new TenantExported(tenant.id()));
                return true;
            }));
        }
    }

    void run() {
        for (var id : deletions.toExport()) {
            try {
                directory.byId(id).ifPresent(this::export);
            } catch (RuntimeException e) {
                log.error("the export of tenant={} failed", id, e);
                deletions.failed(id);
            }
        }
    }

    private void export(Tenant tenant) {
        if (tenant.schemaVersion() == null) {
            marking.mark(tenant, null);
            return;
        }
        long bytes = Tenancy.callAs(tenant, () -> files.keepArchive(archive::write));
        if (marking.mark(tenant, bytes)) log.info("exported tenant={} bytes={}", tenant.slug(), bytes);
        else Tenancy.runAs(tenant, files::deleteArchive);
    }
}
