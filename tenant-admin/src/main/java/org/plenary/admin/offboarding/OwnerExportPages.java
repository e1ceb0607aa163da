package org.plenary.admin.offboarding;

import java.util.Locale;
import java.util.UUID;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.tenancy.PlatformHost;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An owner has all data of their organization put together, and downloads it. */
@Controller
@PlatformHost
@Public
@RequestMapping("/leaving/{id}/export")
class OwnerExportPages {
    private final OwnerExports exports;
    private final OwnerTenants owned;
    private final LeavingPages.Told told;

    OwnerExportPages(OwnerExports exports, OwnerTenants owned, LeavingPages.Told told) {
        this.exports = exports;
        this.owned = owned;
        this.told = told;
    }

    @PostMapping
    String ask(@PathVariable UUID id, Locale locale, RedirectAttributes redirect) {
        try {
            exports.ask(owned.require(id));
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", Flash.failure(told.text("admin.leaving.export-runs", locale)));
        }
        return "redirect:/leaving/" + id;
    }

    @PostMapping("/cancellation")
    String cancel(@PathVariable UUID id) {
        exports.cancel(owned.require(id));
        return "redirect:/leaving/" + id;
    }

    @GetMapping("/archive")
    ResponseEntity<Resource> archive(@PathVariable UUID id) {
        var tenant = owned.require(id);
        return ArchiveAnswer.of(tenant, exports.archive(tenant));
    }
}
