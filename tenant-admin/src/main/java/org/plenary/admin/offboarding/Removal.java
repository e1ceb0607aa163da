package org.plenary.admin.offboarding;

import java.util.Map;
import org.plenary.admin.signup.Signups;
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
    private final AuditTrail audit;

    Removal(Deletions deletions, Accounts accounts, Signups signups, TenantErasure erasure, AuditTrail audit) {
        this.deletions = deletions;
        this.accounts = accounts;
        this.signups = signups;
        this.erasure = erasure;
        this.audit = audit;
    }

    /** A deletion that was taken back in this moment keeps the tenant: marking it waits for that and then finds nothing. */
    @Transactional
    public void remove(TenantId tenant) {
        if (!deletions.erased(tenant)) return;
        accounts.forgetMembersOf(tenant);
        signups.forget(tenant);
        erasure.erase(tenant);
        audit.record("tenant.erased", tenant.toString(), Map.of());
    }
}
