package org.plenary.admin.offboarding;

import java.util.UUID;
import org.plenary.identity.Public;
import org.plenary.tenancy.PlatformHost;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
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
    private final LeavingTenants leaving;
    private final OwnerTenants owned;

    ExportPages(LeavingTenants leaving, OwnerTenants owned) {
        this.leaving = leaving;
        this.owned = owned;
    }

    @GetMapping
    String page(@PathVariable UUID id, Model model) {
        var tenant = owned.require(id);
        model.addAttribute("tenant", tenant);
        model.addAttribute("deletion", leaving.deletion(tenant.slug()));
        return "admin/export";
    }

    @GetMapping("/archive")
    ResponseEntity<Resource> archive(@PathVariable UUID id) {
        var tenant = owned.require(id);
        return ArchiveAnswer.of(tenant, leaving.archiveForOwner(tenant));
    }
}
