package org.plenary.admin.branding;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@TenantHost
@Requires(Permission.TENANT_ADMIN)
@RequestMapping("/manage/branding")
class BrandingPages {
    private static final String BACK = "redirect:/manage/branding";

    private final TenantProfiles profiles;
    private final TenantSettings settings;
    private final Logos logos;
    private final BrandingView view;
    private final PageErrors errors;

    BrandingPages(TenantProfiles profiles, TenantSettings settings, Logos logos, BrandingView view, PageErrors errors) {
        this.profiles = profiles;
        this.settings = settings;
        this.logos = logos;
        this.view = view;
        this.errors = errors;
    }

    @GetMapping
    String show(Model model) {
        var profile = profiles.current();
        return view.show(profile, BrandingForm.of(profile), model);
    }

    @PostMapping
    String change(
            @ModelAttribute("brand") BrandingForm form,
            @RequestParam(required = false) @Nullable String suggestion,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var before = profiles.current();
        if (suggestion != null) return view.suggest(before, form, suggestion, model);
        try {
            settings.change(null, form.asChange(before.branding().cssVariables()));
            redirect.addFlashAttribute("flash", view.saved());
            return BACK;
        } catch (Problem.InvalidInput problem) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("fieldErrors", errors.of(problem, locale));
            return view.show(before, form, model);
        }
    }

    /** How well the colours are read that are typed just now. */
    @PostMapping("/contrast")
    String contrast(@ModelAttribute("brand") BrandingForm form, Model model) {
        view.show(profiles.current(), form, model);
        return "admin/branding :: pairs";
    }

    @PostMapping("/logo")
    String changeLogo(
            @RequestParam(required = false) @Nullable MultipartFile logo,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        try {
            if (logo == null || logo.isEmpty())
                throw new Problem.InvalidInput("/logo", "required", "This is required.");
            logos.replace("/logo", logo);
            redirect.addFlashAttribute("flash", view.saved());
            return BACK;
        } catch (Problem.InvalidInput problem) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("fieldErrors", errors.of(problem, locale));
            return show(model);
        }
    }

    @PostMapping("/logo/removal")
    String removeLogo(RedirectAttributes redirect) {
        logos.remove();
        redirect.addFlashAttribute("flash", view.saved());
        return BACK;
    }
}
