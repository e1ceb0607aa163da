package org.plenary.registration.delegate;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeping a list of delegates under a name, and taking the name away. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/delegates/views")
@Requires(Permission.REGISTRATION_READ)
class SavedViewPages {
    private final ConferenceApi conferences;
    private final DelegateViews views;
    private final DelegateListPage page;
    private final PageErrors errors;
    private final MessageSource messages;

    SavedViewPages(
            ConferenceApi conferences,
            DelegateViews views,
            DelegateListPage page,
            PageErrors errors,
            MessageSource messages) {
        this.conferences = conferences;
        this.views = views;
        this.page = page;
        this.errors = errors;
        this.messages = messages;
    }

    @PostMapping
    ModelAndView save(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> parameters,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var id = DelegatePages.id(parameters.getFirst("view"));
        var isChange = "change".equals(parameters.getFirst("save")) && id != null;
        var listing = Listing.of(parameters);
        var save = new DelegateViews.Save(
                text(parameters.getFirst("name")),
                "true".equals(parameters.getFirst("shared")),
                "true".equals(parameters.getFirst("default")),
                listing.parameters());
        try {
            var saved = views.save(found, isChange ? id : null, save);
            redirect.addFlashAttribute("flash", Flash.success(message("registration.delegates.view-saved", locale)));
            return new ModelAndView("redirect:/manage/conferences/" + found.slug() + "/delegates?view=" + saved);
        } catch (Problem.InvalidInput e) {
            var all = views.all(found.id());
            var view = all.stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElse(null);
            var drawn = page.draw(
                    new DelegateListPage.Asked(found, listing, all, view, null, "view", false),
                    errors.of(e, locale),
                    locale);
            return drawn.addObject("viewName", save.name());
        }
    }

    @GetMapping("/{view}/deletion")
    ModelAndView confirm(@PathVariable String conference, @PathVariable UUID view) {
        var found = conferences.bySlug(conference);
        return new ModelAndView("registration/view-deletion")
                .addObject("slug", found.slug())
                .addObject("view", views.find(found.id(), view));
    }

    @PostMapping("/{view}/deletion")
    String delete(
            @PathVariable String conference, @PathVariable UUID view, Locale locale, RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        try {
            views.delete(found, view);
            redirect.addFlashAttribute("flash", Flash.success(message("registration.delegates.view-deleted", locale)));
        } catch (Problem.InvalidInput e) {
            redirect.addFlashAttribute(
                    "flash",
                    Flash.failure(errors.of(e, locale).values().iterator().next()));
        }
        return "redirect:/manage/conferences/" + found.slug() + "/delegates";
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    private String message(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
