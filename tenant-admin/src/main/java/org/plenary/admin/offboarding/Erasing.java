package org.plenary.admin.offboarding;

import org.plenary.files.TenantFiles;
import org.plenary.tenancy.TenantDirectory;
import org.plenary.tenancy.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Erases the tenants whose time is over: first the database in one transaction, then the files. What others keep, the
 * search index, sessions, the account for card payments, they remove when they hear of it. Every part repeats safely.
 */
@Component
class Erasing {
    private static final Logger log = LoggerFactory.getLogger(Erasing.class);

    private final Deletions deletions;
    private final Removal removal;
    private final TenantFiles files;
    private final TenantDirectory directory;
    private final Certifying certifying;

    Erasing(Deletions deletions, Removal removal, TenantFiles files, TenantDirectory directory, Certifying certifying) {
        this.deletions = deletions;
        this.removal = removal;
        this.directory = directory;
        this.certifying = certifying;
        this.files = files;
    }

    void run() {
        deletions.toErase().forEach(id -> attempt(id, () -> erase(id)));
        deletions
                .withFilesLeft()
                .forEach(id -> attempt(id, () -> {
                    files.erase(id);
                    deletions.filesErased(id);
                }));
        deletions.toCertify().forEach(id -> attempt(id, () -> certifying.certify(id)));
    }

    /** What there is is counted before, holding no transaction: it takes a while. */
    private void erase(TenantId id) {
        var tenant = directory.byId(id).orElseThrow();
        var deletion = deletions.of(id).orElse(null);
        if (deletion != null) removal.remove(id, certifying.inventory(tenant, deletion));
    }

    private void attempt(TenantId id, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.error("the erasure of tenant={} failed", id, e);
            deletions.failed(id);
        }
    }
}
