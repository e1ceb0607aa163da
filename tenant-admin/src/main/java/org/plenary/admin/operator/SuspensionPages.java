package org.plenary.admin.operator;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.PlatformHost;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Suspending a tenant, after a question, and resuming it. */
@Controller
@PlatformHost
@Requires(Permission.OPERATOR)
@RequestMapping("/operator/tenants/{slug}")
class SuspensionPages {
    private final OperatorTenants tenants;
    private final Operating operating;
    private final OperatorView view;
    private final PageErrors errors;

    SuspensionPages(OperatorTenants tenants, Operating operating, OperatorView view, PageErrors errors) {
        this.tenants = tenants;
        this.operating = operating;
        this.view = view;
        this.errors = errors;
    }

    @GetMapping("/suspension/confirm")
    String ask(@PathVariable String slug, Model model) {
        model.addAttribute("tenant", tenants.tenant(slug));
        return "admin/tenant-suspension";
    }

    @PostMapping("/suspension")
    String suspend(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String reason,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            operating.change(slug, null, new TenantOrder("suspended", reason, null));
            redirect.addFlashAttribute(
                    "flash",
                    Flash.undoable(
                            view.text("admin.tenants.suspended", slug), "/operator/tenants/" + slug + "/resumption"));
            return back(slug);
        } catch (Problem.InvalidInput problem) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("fieldErrors", errors.of(problem, locale));
            model.addAttribute("typedReason", reason);
            return ask(slug, model);
        }
    }

    @PostMapping("/resumption")
    String resume(@PathVariable String slug, RedirectAttributes redirect) {
        operating.change(slug, null, new TenantOrder("active", null, null));
        redirect.addFlashAttribute("flash", Flash.success(view.text("admin.tenants.resumed", slug)));
        return back(slug);
    }

    @PostMapping("/plan")
    String changePlan(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String plan,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            operating.change(slug, null, new TenantOrder(null, null, plan == null ? "" : plan.strip()));
            redirect.addFlashAttribute("flash", Flash.success(view.text("admin.tenants.plan-changed")));
            return back(slug);
        } catch (Problem.InvalidInput problem) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("fieldErrors", errors.of(problem, locale));
            view.showOne(tenants.one(slug), model);
            return "admin/tenant";
        }
    }

    private static String back(String slug) {
        return "redirect:/operator/tenants/" + slug;
    }
}
