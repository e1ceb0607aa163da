package org.plenary.admin.offboarding;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.plenary.files.TenantFiles;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantDirectory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What an operator does with a tenant that leaves, and what the trails keep of it: the operators' and the tenant's own. */
@Component
class LeavingTenants {
    private final TenantDirectory directory;
    private final Offboarding offboarding;
    private final TenantFiles files;
    private final AuditTrail audit;
    private final TransactionOperations transactions;

    LeavingTenants(
            TenantDirectory directory,
            Offboarding offboarding,
            TenantFiles files,
            AuditTrail audit,
            TransactionOperations transactions) {
        this.directory = directory;
        this.offboarding = offboarding;
        this.files = files;
        this.audit = audit;
        this.transactions = transactions;
    }

    Tenant tenant(String slug) {
        return directory.bySlug(slug).orElseThrow(() -> new Problem.NotFound("The tenant"));
    }

    Deletion deletion(String slug) {
        return offboarding.require(tenant(slug));
    }

    Optional<Deletion> find(Tenant tenant) {
        return offboarding.find(tenant);
    }

    Deletion begin(String slug) {
        var tenant = tenant(slug);
        var deletion = offboarding.begin(tenant, Deletion.OPERATOR);
        record(tenant, "tenant.deletion-begun", Offboarding.details(deletion));
        return deletion;
    }

    /** By one of its owners, whose name stays in the organization's own trail, and so goes with it. */
    Deletion beginAsOwner(Tenant tenant) {
        var deletion = offboarding.begin(tenant, Deletion.OWNER);
        recordThere(tenant, "tenant.deletion-begun", Offboarding.details(deletion));
        return deletion;
    }

    /** @throws Problem.Conflict {@code operators_deletion} for what the operator began */
    void takeBackAsOwner(Tenant tenant) {
        if (!offboarding.require(tenant).isOwners())
            throw new Problem.Conflict("operators_deletion", "The platform began this deletion. Write to us.");
        giveBack(tenant);
        recordThere(tenant, "tenant.deletion-taken-back", Map.of());
    }

    /** The archive goes too: it would be the one thing left of a decision that was taken back. */
    void takeBack(String slug) {
        var tenant = tenant(slug);
        giveBack(tenant);
        record(tenant, "tenant.deletion-taken-back", Map.of());
    }

    private void giveBack(Tenant tenant) {
        offboarding.takeBack(tenant);
        Tenancy.runAs(tenant, files::deleteArchive);
    }

    /** @throws Problem.Conflict {@code not_exported} while the job has not made it */
    InputStream archive(Tenant tenant) {
        var archive = open(tenant);
        record(tenant, "tenant.export-downloaded", Map.of());
        return archive;
    }

    /** For one of its owners, whose name is in the organization's own trail alone. */
    InputStream archiveForOwner(Tenant tenant) {
        var archive = open(tenant);
        recordThere(tenant, "tenant.export-downloaded", Map.of());
        return archive;
    }

    private InputStream open(Tenant tenant) {
        offboarding.require(tenant);
        return Tenancy.callAs(
                tenant,
                () -> files.openArchive()
                        .orElseThrow(() -> new Problem.Conflict("not_exported", "The export is not ready yet.")));
    }

    private void record(Tenant tenant, String action, Map<String, String> details) {
        transactions.executeWithoutResult(status -> audit.record(action, tenant.slug(), details));
        recordThere(tenant, action, details);
    }

    private void recordThere(Tenant tenant, String action, Map<String, String> details) {
        // A tenant without a schema has no trail.
        if (tenant.schemaVersion() == null) return;
        Tenancy.runAs(
                tenant,
                () -> transactions.executeWithoutResult(
                        status -> audit.record(action, tenant.id().toString(), details)));
    }
}
