package org.plenary.admin.operator;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.identity.SupportAccesses;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.PlatformHost;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How an operator gets to see an organization's own pages: for a reason, for some hours, and told to its owners. */
@Controller
@PlatformHost
@Requires(Permission.OPERATOR)
@RequestMapping("/operator/tenants/{slug}/support")
class OperatorSupportPages {
    private static final int MOST = 50;

    private final OperatorTenants tenants;
    private final SupportAccesses accesses;
    private final Supporting supporting;
    private final Shown shown;

    OperatorSupportPages(OperatorTenants tenants, SupportAccesses accesses, Supporting supporting, Shown shown) {
        this.tenants = tenants;
        this.accesses = accesses;
        this.supporting = supporting;
        this.shown = shown;
    }

    @Component("operatorSupportShown")
    record Shown(OperatorView view, PageErrors errors, Urls urls, Clock clock) {}

    @GetMapping
    ModelAndView list(@PathVariable String slug) {
        return page(slug, Posted.empty().set("hours", 1));
    }

    private ModelAndView page(String slug, Posted form) {
        var tenant = tenants.tenant(slug);
        return new ModelAndView("admin/tenant-support")
                .addObject("tenant", tenant)
                .addObject("form", form)
                .addObject("hours", hours())
                .addObject("now", shown.clock().instant())
                .addObject("site", shown.urls().tenant(tenant, "/manage"))
                .addObject("accesses", accesses.latest(tenant.id(), MOST));
    }

    private List<Choice> hours() {
        return Supporting.HOURS.stream()
                .map(hours -> new Choice(String.valueOf(hours), shown.view().text("admin.support.hours", hours)))
                .toList();
    }

    @PostMapping
    ModelAndView begin(
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var form = new Posted(values);
        var tenant = tenants.tenant(slug);
        try {
            supporting.begin(tenant, form.text("reason"), form.integer("hours"));
            redirect.addFlashAttribute("flash", Flash.success(shown.view().text("admin.support.begun")));
            return new ModelAndView("redirect:/operator/tenants/" + tenant.slug() + "/support");
        } catch (Problem.InvalidInput | Problem.Conflict problem) {
            return shown.errors().refused(page(slug, form), problem, locale);
        }
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable String slug, @PathVariable UUID id, RedirectAttributes redirect) {
        var tenant = tenants.tenant(slug);
        var access = accesses.find(id)
                .filter(found -> found.tenant().equals(tenant.id()))
                .orElseThrow(() -> new Problem.NotFound("This access"));
        supporting.end(tenant, access);
        redirect.addFlashAttribute("flash", Flash.success(shown.view().text("admin.support.ended")));
        return "redirect:/operator/tenants/" + tenant.slug() + "/support";
    }
}
