package org.plenary.papers.likeness;

import java.util.Locale;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Phrases;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the chairs say from how much on a pair is shown to them. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/likeness/rules")
class LikenessRulePages {
    private final ConferenceApi conferences;
    private final LikenessRules rules;
    private final Phrases phrases;

    LikenessRulePages(ConferenceApi conferences, LikenessRules rules, Phrases phrases) {
        this.conferences = conferences;
        this.rules = rules;
        this.phrases = phrases;
    }

    @GetMapping
    @Requires(Permission.PAPERS_READ)
    ModelAndView form(@PathVariable String conference) {
        var found = conferences.bySlug(conference);
        var current = rules.of(found.id());
        return page(found, Posted.empty().set("version", current.version()).set("percent", current.percent()));
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
            rules.save(found, read(posted), version == null ? 0 : version);
        } catch (Problem.InvalidInput | Problem.Stale e) {
            return phrases.refused(page(found, posted), e, locale);
        }
        redirect.addFlashAttribute("flash", phrases.done("papers.likeness.rules-saved", locale));
        return new ModelAndView("redirect:/manage/conferences/" + found.slug() + "/papers/likeness");
    }

    private static int read(Posted posted) {
        var percent = posted.integer("percent");
        posted.throwIfWrong();
        var wrong = new Violations();
        if (percent == null) wrong.required("/percent", null);
        else
            wrong.check(
                    percent >= LikenessRules.LEAST && percent <= LikenessRules.MOST,
                    "/percent",
                    "likeness_percent",
                    "From " + LikenessRules.LEAST + " to " + LikenessRules.MOST + ".");
        wrong.throwIfAny();
        return percent == null ? LikenessRules.FIRST : percent;
    }

    private static ModelAndView page(ConferenceView conference, Posted form) {
        return new ModelAndView("papers/likeness-rules")
                .addObject("slug", conference.slug())
                .addObject("form", form)
                .addObject("least", LikenessRules.LEAST)
                .addObject("most", LikenessRules.MOST)
                .addObject("words", Likeness.LONG);
    }
}
