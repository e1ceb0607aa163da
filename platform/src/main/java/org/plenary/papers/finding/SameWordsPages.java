package org.plenary.papers.finding;

import java.util.Locale;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where organizers say which words mean the same. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/search/words")
class SameWordsPages {
    private final ConferenceApi conferences;
    private final SameWords same;
    private final PageErrors errors;
    private final MessageSource messages;

    SameWordsPages(ConferenceApi conferences, SameWords same, PageErrors errors, MessageSource messages) {
        this.conferences = conferences;
        this.same = same;
        this.errors = errors;
        this.messages = messages;
    }

    @GetMapping
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView form(@PathVariable String conference) {
        var found = conferences.bySlug(conference);
        var current = same.of(found.id());
        return page(
                found,
                Posted.empty()
                        .set("version", current.version())
                        .set("groups", current.words().text()));
    }

    @PostMapping
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView save(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var posted = new Posted(sent);
        try {
            var version = posted.integer("version");
            posted.throwIfWrong();
            same.save(found, WordGroups.parse(posted.get("groups")), version == null ? 0 : version);
        } catch (Problem.InvalidInput | Problem.Stale e) {
            var page = errors.refused(page(found, posted), e, locale);
            if (e instanceof Problem.Stale) page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
        redirect.addFlashAttribute(
                "flash", Flash.success(String.valueOf(messages.getMessage("search.words.saved", null, locale))));
        return new ModelAndView("redirect:/manage/conferences/" + found.slug() + "/search/words");
    }

    private static ModelAndView page(ConferenceView conference, Posted form) {
        return new ModelAndView("papers/same-words")
                .addObject("slug", conference.slug())
                .addObject("form", form)
                .addObject("most", WordGroups.MOST)
                .addObject("mostWords", WordGroups.MOST_WORDS)
                .addObject("mostCharacters", WordGroups.MOST_CHARACTERS);
    }
}
