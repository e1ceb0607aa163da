package org.plenary.papers.finding;

import java.util.Locale;
import java.util.UUID;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.SavedViews;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
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

/** Keeping a search for papers under a name, and taking the name away. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/search/saved")
@Requires(Permission.PAPERS_READ)
class SavedSearchPages {
    private final ConferenceApi conferences;
    private final SavedSearches searches;
    private final SearchPage page;
    private final PageErrors errors;
    private final MessageSource messages;

    SavedSearchPages(
            ConferenceApi conferences,
            SavedSearches searches,
            SearchPage page,
            PageErrors errors,
            MessageSource messages) {
        this.conferences = conferences;
        this.searches = searches;
        this.page = page;
        this.errors = errors;
        this.messages = messages;
    }

    @PostMapping
    ModelAndView save(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect,
            Locale locale) {
        var view = conferences.bySlug(conference);
        var posted = new Posted(sent);
        var asked = AskedPage.forStaff(view.slug(), sent);
        var save = new SavedViews.Save(posted.get("name"), posted.isOn("shared"), false, asked.parameters());
        try {
            var id = searches.save(view, "change".equals(posted.get("save")) ? asked.view() : null, save);
            redirect.addFlashAttribute("flash", Flash.success(text("search.saved.saved", locale)));
            return new ModelAndView("redirect:" + asked.address() + "?view=" + id);
        } catch (Problem.InvalidInput e) {
            var refused = errors.refused(page.forStaff(view, asked, locale), e, locale);
            return refused.addObject("viewName", save.name()).addObject("viewShared", save.isShared());
        }
    }

    @GetMapping("/{view}/deletion")
    ModelAndView confirm(@PathVariable String conference, @PathVariable UUID view) {
        var found = conferences.bySlug(conference);
        return new ModelAndView("papers/search-deletion")
                .addObject("slug", found.slug())
                .addObject("view", searches.find(found.id(), view));
    }

    @PostMapping("/{view}/deletion")
    String delete(
            @PathVariable String conference, @PathVariable UUID view, RedirectAttributes redirect, Locale locale) {
        var found = conferences.bySlug(conference);
        try {
            searches.delete(found, view);
            redirect.addFlashAttribute("flash", Flash.success(text("search.saved.deleted", locale)));
        } catch (Problem.InvalidInput e) {
            redirect.addFlashAttribute(
                    "flash",
                    Flash.failure(errors.of(e, locale).values().iterator().next()));
        }
        return "redirect:/manage/conferences/" + found.slug() + "/search";
    }

    private String text(String key, Locale locale) {
        return String.valueOf(messages.getMessage(key, null, locale));
    }
}
