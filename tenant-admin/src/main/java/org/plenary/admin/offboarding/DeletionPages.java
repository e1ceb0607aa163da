package org.plenary.admin.offboarding;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.PlatformHost;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Deleting a tenant, after its address was typed, and taking that back. */
@Controller
@PlatformHost
@Requires(Permission.OPERATOR)
@RequestMapping("/operator/tenants/{tenant}/deletion")
class DeletionPages {
    private final LeavingTenants leaving;
    private final OffboardingSettings settings;
    private final PageErrors errors;
    private final MessageSource messages;

    DeletionPages(LeavingTenants leaving, OffboardingSettings settings, PageErrors errors, MessageSource messages) {
        this.leaving = leaving;
        this.settings = settings;
        this.errors = errors;
        this.messages = messages;
    }

    @GetMapping("/confirm")
    String ask(@PathVariable("tenant") String slug, Model model) {
        model.addAttribute("tenant", leaving.tenant(slug));
        model.addAttribute("graceDays", settings.grace().toDays());
        return "admin/tenant-deletion";
    }

    @PostMapping
    String begin(
            @PathVariable("tenant") String slug,
            @RequestParam(name = "slug", required = false) @Nullable String typed,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (typed == null || !typed.strip().equals(slug)) {
            var problem =
                    new Problem.InvalidInput("/slug", "slug_differs", "This is not the address of the organization.");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("fieldErrors", errors.of(problem, locale));
            model.addAttribute("typedSlug", typed);
            return ask(slug, model);
        }
        leaving.begin(slug);
        redirect.addFlashAttribute("flash", Flash.success(text("admin.deletion.begun", slug, locale)));
        return back(slug);
    }

    @PostMapping("/cancellation")
    String takeBack(@PathVariable("tenant") String slug, Locale locale, RedirectAttributes redirect) {
        leaving.takeBack(slug);
        redirect.addFlashAttribute("flash", Flash.success(text("admin.deletion.taken-back", slug, locale)));
        return back(slug);
    }

    @GetMapping("/export")
    ResponseEntity<Resource> export(@PathVariable("tenant") String slug) {
        var tenant = leaving.tenant(slug);
        return ArchiveAnswer.of(tenant, leaving.archive(tenant));
    }

    private String text(String key, String slug, Locale locale) {
        return messages.getMessage(key, new Object[] {slug}, locale);
    }

    private static String back(String slug) {
        return "redirect:/operator/tenants/" + slug;
    }
}
