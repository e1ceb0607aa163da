package org.plenary.conference.page;

import java.util.Locale;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceStatus;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.approval.RulePins;
import org.plenary.conference.setup.SettingUp;
import org.plenary.conference.setup.SetupChecklist;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
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

/** A conference's settings: its details, how far its setup is, and its status. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}")
class SettingsPages {
    private final ConferenceApi conferences;
    private final SettingUp settingUp;
    private final SetupChecklist checklist;
    private final RulePins rules;
    private final Words words;

    SettingsPages(
            ConferenceApi conferences, SettingUp settingUp, SetupChecklist checklist, RulePins rules, Words words) {
        this.conferences = conferences;
        this.settingUp = settingUp;
        this.checklist = checklist;
        this.rules = rules;
        this.words = words;
    }

    @Component("settingsWords")
    record Words(MessageSource messages, PageErrors errors) {}

    @GetMapping("/settings")
    @Requires(Permission.CONFERENCE_READ)
    ModelAndView settings(@PathVariable String conference, Locale locale) {
        var found = conferences.bySlug(conference);
        return page(found, ConferenceForm.of(found), locale);
    }

    @PostMapping("/settings")
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView change(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var form = new ConferenceForm(values);
        try {
            form.useSuggestion();
            var changed = settingUp.change(conference, form.ifMatch(), form.asChange());
            return done(changed.slug(), "conference.settings.saved", locale, redirect);
        } catch (Problem.InvalidInput e) {
            return refused(conference, form, e, HttpStatus.UNPROCESSABLE_CONTENT, locale);
        } catch (Problem.Conflict | Problem.Stale e) {
            return refused(conference, form, e, HttpStatus.CONFLICT, locale);
        }
    }

    @GetMapping("/status/{next}")
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView question(@PathVariable String conference, @PathVariable String next, Locale locale) {
        var view = new ModelAndView("conference/status");
        var found = conferences.bySlug(conference);
        var status = status(next);
        view.addObject("slug", found.slug());
        view.addObject("name", found.name().in(locale));
        view.addObject("next", next);
        view.addObject("reopening", found.status() == ConferenceStatus.CLOSED && status == ConferenceStatus.PUBLISHED);
        return view;
    }

    @PostMapping("/status/{next}")
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView move(
            @PathVariable String conference, @PathVariable String next, Locale locale, RedirectAttributes redirect) {
        try {
            settingUp.move(conference, status(next));
            return done(conference, "conference.status." + next + "-done", locale, redirect);
        } catch (Problem.Conflict e) {
            var form = ConferenceForm.of(conferences.bySlug(conference));
            return refused(conference, form, e, HttpStatus.CONFLICT, locale);
        }
    }

    private ModelAndView done(String slug, String messageKey, Locale locale, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.success(words.messages().getMessage(messageKey, null, locale)));
        return new ModelAndView("redirect:/manage/conferences/" + slug + "/settings");
    }

    private ModelAndView refused(String slug, ConferenceForm form, Problem problem, HttpStatus status, Locale locale) {
        var view = page(conferences.bySlug(slug), form, locale);
        view.addObject("fieldErrors", ConferenceForm.onFields(words.errors().of(problem, locale)));
        view.setStatus(status);
        return view;
    }

    private ModelAndView page(ConferenceView conference, ConferenceForm form, Locale locale) {
        var lines = checklist.lines(conference);
        var view = new ModelAndView("conference/settings");
        view.addObject("conference", ConferenceCard.of(conference, locale));
        view.addObject("form", form);
        view.addObject("rules", rules.of(conference.id()).orElse(null));
        view.addObject("newerRules", rules.isBehind(conference.id()));
        view.addObject("fixed", conference.isPublic());
        view.addObject("choices", FormChoices.in(locale));
        view.addObject("cutOff", CutOffNotes.of(conference));
        view.addObject("checklist", lines);
        view.addObject("ready", lines.stream().allMatch(line -> line.done() || !line.required()));
        return view;
    }

    private static ConferenceStatus status(String next) {
        return switch (next) {
            case "published" -> ConferenceStatus.PUBLISHED;
            case "closed" -> ConferenceStatus.CLOSED;
            case "archived" -> ConferenceStatus.ARCHIVED;
            default -> throw new Problem.NotFound("The status");
        };
    }
}
