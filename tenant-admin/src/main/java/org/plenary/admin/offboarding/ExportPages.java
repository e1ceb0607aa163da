package org.plenary.admin.offboarding;

import java.util.UUID;
import org.plenary.identity.Accounts;
import org.plenary.identity.Callers;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.PlatformHost;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantDirectory;
import org.plenary.tenancy.TenantId;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the owners of a leaving tenant get its data: on the platform's host, because their own is closed. */
@Controller
@PlatformHost
@Public
@RequestMapping("/exports/{id}")
class ExportPages {
    private static final String ACCOUNT = "account:";

    private final LeavingTenants leaving;
    private final TenantDirectory directory;
    private final Accounts accounts;
    private final Callers callers;

    ExportPages(LeavingTenants leaving, TenantDirectory directory, Accounts accounts, Callers callers) {
        this.leaving = leaving;
        this.directory = directory;
        this.accounts = accounts;
        this.callers = callers;
    }

    @GetMapping
    String page(@PathVariable UUID id, Model model) {
        var tenant = ofOwner(id);
        model.addAttribute("tenant", tenant);
        model.addAttribute("deletion", leaving.deletion(tenant.slug()));
        return "admin/export";
    }

    @GetMapping("/archive")
    ResponseEntity<Resource> archive(@PathVariable UUID id) {
        var tenant = ofOwner(id);
        return ArchiveAnswer.of(tenant, leaving.archive(tenant));
    }

    /** To everybody else there is no such page. */
    private Tenant ofOwner(UUID id) {
        var caller = callers.current();
        if (caller.isAnonymous()) throw new InsufficientAuthenticationException("sign in first");
        return directory
                .byId(TenantId.of(id))
                .filter(tenant -> tenant.schemaVersion() != null)
                .filter(tenant -> Tenancy.callAs(tenant, () -> isOwner(caller.id())))
                .orElseThrow(() -> new Problem.NotFound("The export"));
    }

    private boolean isOwner(String caller) {
        return accounts.owners().stream().anyMatch(owner -> caller.equals(ACCOUNT + owner.account()));
    }
}
