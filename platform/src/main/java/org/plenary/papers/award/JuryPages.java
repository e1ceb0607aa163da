package org.plenary.papers.award;

import java.util.Locale;
import java.util.UUID;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Languages;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
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

/** Whom the chairs ask into the jury, and whom they wait for. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/jury")
class JuryPages {
    private final ConferenceApi conferences;
    private final Jurors jurors;
    private final Jury jury;
    private final AwardWords words;

    JuryPages(ConferenceApi conferences, Jurors jurors, Jury jury, AwardWords words) {
        this.conferences = conferences;
        this.jurors = jurors;
        this.jury = jury;
        this.words = words;
    }

    @GetMapping
    @Requires(Permission.PAPERS_READ)
    ModelAndView list(@PathVariable String conference, Locale locale) {
        return page(conferences.bySlug(conference), Posted.empty().set("language", locale.toLanguageTag()));
    }

    @PostMapping
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView ask(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var posted = new Posted(sent);
        try {
            jury.ask(found, posted.text("name"), posted.text("email"), Languages.nearest(posted.get("language")));
        } catch (Problem.InvalidInput e) {
            return words.errors().refused(page(found, posted), e, locale);
        }
        redirect.addFlashAttribute("flash", words.done("papers.jury.added", locale));
        return new ModelAndView("redirect:" + base(found));
    }

    @PostMapping("/{juror}/removal")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView remove(
            @PathVariable String conference, @PathVariable UUID juror, RedirectAttributes redirect, Locale locale) {
        var found = conferences.bySlug(conference);
        try {
            jury.remove(found, juror);
            redirect.addFlashAttribute("flash", words.done("papers.jury.removed", locale));
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", Flash.failure(words.text("violation." + e.code(), locale)));
        }
        return new ModelAndView("redirect:" + base(found));
    }

    @PostMapping("/reminder")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView remind(@PathVariable String conference, RedirectAttributes redirect, Locale locale) {
        var found = conferences.bySlug(conference);
        redirect.addFlashAttribute("flash", words.done("papers.jury.reminded", locale, jury.remind(found)));
        return new ModelAndView("redirect:" + base(found));
    }

    private ModelAndView page(ConferenceView conference, Posted form) {
        var all = jurors.of(conference.id());
        var waited = jury.waitedFor(conference.id());
        return new ModelAndView("papers/award-jury")
                .addObject("slug", conference.slug())
                .addObject("form", form)
                .addObject(
                        "jurors",
                        all.stream().filter(each -> !each.name().isEmpty()).toList())
                .addObject("waited", waited)
                .addObject("languages", Choice.languages());
    }

    private static String base(ConferenceView conference) {
        return "/manage/conferences/" + conference.slug() + "/papers/jury";
    }
}
