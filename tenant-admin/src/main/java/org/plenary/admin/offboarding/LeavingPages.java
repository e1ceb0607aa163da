package org.plenary.admin.offboarding;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.PlatformHost;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an owner ends what their organization has here, and takes that back. On the platform's host: their own is closed meanwhile. */
@Controller
@PlatformHost
@Public
@RequestMapping("/leaving/{id}")
class LeavingPages {
    private final LeavingTenants leaving;
    private final OwnerTenants owned;
    private final OffboardingSettings settings;
    private final OwnerExports exports;
    private final Told told;

    LeavingPages(
            LeavingTenants leaving, OwnerTenants owned, OffboardingSettings settings, OwnerExports exports, Told told) {
        this.leaving = leaving;
        this.owned = owned;
        this.settings = settings;
        this.exports = exports;
        this.told = told;
    }

    /** What pages say when something was done, or was not. */
    @org.springframework.stereotype.Component
    record Told(MessageSource messages, PageErrors errors) {
        String text(String key, Locale locale, Object... arguments) {
            return messages.getMessage(key, arguments, locale);
        }
    }

    @GetMapping
    String page(@PathVariable UUID id, Model model) {
        var tenant = owned.require(id);
        model.addAttribute("tenant", tenant);
        model.addAttribute("deletion", leaving.find(tenant).orElse(null));
        model.addAttribute("graceDays", settings.grace().toDays());
        model.addAttribute("export", exports.view(tenant));
        return "admin/leaving";
    }

    @GetMapping("/deletion/confirm")
    String ask(@PathVariable UUID id, Model model) {
        model.addAttribute("tenant", owned.require(id));
        model.addAttribute("graceDays", settings.grace().toDays());
        return "admin/leaving-deletion";
    }

    @PostMapping("/deletion")
    String begin(
            @PathVariable UUID id,
            @RequestParam(name = "slug", required = false) @Nullable String typed,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var tenant = owned.require(id);
        if (typed == null || !typed.strip().equals(tenant.slug())) {
            var problem =
                    new Problem.InvalidInput("/slug", "slug_differs", "This is not the address of the organization.");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("fieldErrors", told.errors().of(problem, locale));
            model.addAttribute("typedSlug", typed);
            return ask(id, model);
        }
        leaving.beginAsOwner(tenant);
        redirect.addFlashAttribute("flash", Flash.success(told.text("admin.leaving.begun", locale, tenant.name())));
        return "redirect:/leaving/" + id;
    }

    @PostMapping("/deletion/cancellation")
    String takeBack(@PathVariable UUID id, Locale locale, RedirectAttributes redirect) {
        var tenant = owned.require(id);
        try {
            leaving.takeBackAsOwner(tenant);
            redirect.addFlashAttribute(
                    "flash", Flash.success(told.text("admin.leaving.taken-back", locale, tenant.name())));
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", Flash.failure(told.text("admin.leaving.operators", locale)));
        }
        return "redirect:/leaving/" + id;
    }
}
