package org.plenary.admin.offboarding;

import java.util.Map;
import org.plenary.admin.certificate.Inventory;
import org.plenary.admin.signup.Signups;
import org.plenary.admin.work.TenantJobs;
import org.plenary.identity.Accounts;
import org.plenary.identity.AuditTrail;
import org.plenary.tenancy.TenantErasure;
import org.plenary.tenancy.TenantId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes everything of one tenant out of the database, or nothing. */
@Component
class Removal {
    private final Deletions deletions;
    private final Accounts accounts;
    private final Signups signups;
    private final TenantErasure erasure;
    private final Traces traces;

    Removal(Deletions deletions, Accounts accounts, Signups signups, TenantErasure erasure, Traces traces) {
        this.deletions = deletions;
        this.accounts = accounts;
        this.signups = signups;
        this.erasure = erasure;
        this.traces = traces;
    }

    /** What is under way for it, and what is noted of its end. */
    @Component
    record Traces(TenantJobs jobs, AuditTrail audit) {}

    /** A deletion that was taken back in this moment keeps the tenant: marking it waits for that and then finds nothing. */
    @Transactional
    public void remove(TenantId tenant, Inventory inventory) {
        if (!deletions.erased(tenant, inventory)) return;
        accounts.forgetMembersOf(tenant);
        signups.forget(tenant);
        erasure.erase(tenant);
        traces.jobs().forget(tenant);
        traces.audit().record("tenant.erased", tenant.toString(), Map.of());
    }
}
