package org.plenary.admin.offboarding;

import java.util.UUID;
import org.plenary.identity.Accounts;
import org.plenary.identity.Callers;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantDirectory;
import org.plenary.tenancy.TenantId;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.stereotype.Component;

/** The tenants of whoever is signed in on the platform's host: a tenant's own host is closed while it leaves. */
@Component
class OwnerTenants {
    private static final String ACCOUNT = "account:";

    private final TenantDirectory directory;
    private final Accounts accounts;
    private final Callers callers;

    OwnerTenants(TenantDirectory directory, Accounts accounts, Callers callers) {
        this.directory = directory;
        this.accounts = accounts;
        this.callers = callers;
    }

    /** To everybody but its owners there is no such tenant. */
    Tenant require(UUID id) {
        var caller = callers.current();
        if (caller.isAnonymous()) throw new InsufficientAuthenticationException("sign in first");
        return directory
                .byId(TenantId.of(id))
                .filter(tenant -> tenant.schemaVersion() != null)
                .filter(tenant -> Tenancy.callAs(tenant, () -> isOwner(caller.id())))
                .orElseThrow(() -> new Problem.NotFound("The organization"));
    }

    private boolean isOwner(String caller) {
        return accounts.owners().stream().anyMatch(owner -> caller.equals(ACCOUNT + owner.account()));
    }
}
