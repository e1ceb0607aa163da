package org.plenary.identity.audit;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.Page;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What happened in the organization, for those who own it. */
@Controller
@TenantHost
@Requires(Permission.TENANT_ADMIN)
class AuditPages {
    private final StoredAuditTrail trail;
    private final AuditWords words;

    AuditPages(StoredAuditTrail trail, AuditWords words) {
        this.trail = trail;
        this.words = words;
    }

    record Row(StoredAuditTrail.Entry entry, String action, List<AuditWords.Detail> details) {}

    @GetMapping("/manage/audit")
    String list(@RequestParam(required = false) @Nullable UUID before, Model model, Locale locale) {
        var page = trail.page(Page.DEFAULT_LIMIT, before);
        model.addAttribute(
                "entries",
                page.items().stream()
                        .map(entry -> new Row(
                                entry, words.action(entry.action(), locale), words.details(entry.details(), locale)))
                        .toList());
        model.addAttribute("zone", Tenancy.require().timeZone());
        model.addAttribute("first", before == null ? null : "/manage/audit");
        model.addAttribute("next", page.next() == null ? null : "/manage/audit?before=" + page.next());
        return "identity/audit";
    }
}
