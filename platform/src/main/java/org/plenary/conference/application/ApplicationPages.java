package org.plenary.conference.application;

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
import org.springframework.http.HttpStatus;
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

/** A conference's application: what it says, where it is, and what was done with it. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/approval/application")
class ApplicationPages {
    private final ConferenceApi conferences;
    private final SeekingApproval seeking;
    private final FilingApplication filing;
    private final ApplicationView view;
    private final Words words;

    ApplicationPages(
            ConferenceApi conferences,
            SeekingApproval seeking,
            FilingApplication filing,
            ApplicationView view,
            Words words) {
        this.conferences = conferences;
        this.seeking = seeking;
        this.filing = filing;
        this.view = view;
        this.words = words;
    }

    @Component("applicationPageWords")
    record Words(ApplicationWords texts, PageErrors errors) {}

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    ModelAndView show(@PathVariable String conference, Locale locale) {
        return view.of(conferences.bySlug(conference), locale);
    }

    @PostMapping("/hand-in")
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView handIn(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        try {
            filing.handIn(found, new Posted(values).version());
        } catch (Problem.Conflict e) {
            return refused(found, e, locale);
        }
        return done(found, "handed-in", locale, redirect);
    }

    /** Whoever decides has a right to read the conference; whether they decide now is asked when they do it. */
    @PostMapping("/acts")
    @Requires(Permission.CONFERENCE_READ)
    ModelAndView act(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var posted = new Posted(values);
        try {
            var stand = seeking.require(found);
            seeking.act(found, ActForm.read(posted, stand, words.texts().today(found.timeZone())), posted.version());
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return refused(found, e, locale).addObject("form", posted);
        }
        return done(found, "acted", locale, redirect);
    }

    private ModelAndView refused(ConferenceView conference, Problem problem, Locale locale) {
        var page = words.errors().refused(view.of(conference, locale), problem, locale);
        if (problem instanceof Problem.Conflict) page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private ModelAndView done(ConferenceView conference, String key, Locale locale, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.success(words.texts().text(key, locale)));
        return new ModelAndView("redirect:/manage/conferences/" + conference.slug() + "/approval/application");
    }
}
