package org.plenary.admin.operator;

import org.jspecify.annotations.Nullable;
import org.plenary.admin.signup.Signups;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.Page;
import org.plenary.tenancy.PlatformHost;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All tenants, and one of them, for the operator. */
@Controller
@PlatformHost
@Requires(Permission.OPERATOR)
@RequestMapping("/operator/tenants")
class OperatorPages {
    private static final int SIGNUPS = 20;

    private final OperatorTenants tenants;
    private final TenantList list;
    private final OperatorView view;
    private final Signups signups;

    OperatorPages(OperatorTenants tenants, TenantList list, OperatorView view, Signups signups) {
        this.tenants = tenants;
        this.list = list;
        this.view = view;
        this.signups = signups;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(required = false) @Nullable String health,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var asked = new TenantList.Asked(q, status, plan, health, after);
        view.showList(list.page(asked, Page.DEFAULT_LIMIT), asked, list.plans(), model);
        model.addAttribute("stuck", signups.stuck(SIGNUPS));
        return "admin/tenants";
    }

    @GetMapping("/{slug}")
    String one(@PathVariable String slug, Model model) {
        view.showOne(tenants.one(slug), model);
        return "admin/tenant";
    }
}
