package org.plenary.conference.application;

import java.util.HashMap;
import java.util.Locale;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.TenantHost;
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

/** Where an application is written, as far as one has come. */
@Controller
@TenantHost
@Requires(Permission.CONFERENCE_WRITE)
@RequestMapping("/manage/conferences/{conference}/approval/application/edit")
class ApplicationFormPages {
    private static final String FIELD = "field.";
    private static final int LONGEST = 4000;

    private final ConferenceApi conferences;
    private final SeekingApproval seeking;
    private final ApplicationWords words;
    private final PageErrors errors;

    ApplicationFormPages(
            ConferenceApi conferences, SeekingApproval seeking, ApplicationWords words, PageErrors errors) {
        this.conferences = conferences;
        this.seeking = seeking;
        this.words = words;
        this.errors = errors;
    }

    @GetMapping
    ModelAndView form(@PathVariable String conference, Locale locale) {
        var found = conferences.bySlug(conference);
        var stand = seeking.require(found);
        var form = Posted.empty().set("version", stand.application().version());
        for (var field : stand.fields()) form.set(FIELD + field.key(), field.value());
        form.set("guests", GuestList.written(stand.application().guests()));
        return form(found, stand, form, locale);
    }

    private ModelAndView form(ConferenceView conference, SeekingApproval.Stand stand, Posted form, Locale locale) {
        return new ModelAndView("conference/application-form")
                .addObject("slug", conference.slug())
                .addObject("name", conference.name().in(locale))
                .addObject("groups", words.groups(stand, locale))
                .addObject("asksGuests", Fields.asksGuests(stand.standing().rules()))
                .addObject("form", form);
    }

    @PostMapping
    ModelAndView write(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var posted = new Posted(values);
        try {
            var wrong = new Violations();
            var answers = new HashMap<String, String>();
            for (var field : values.keySet()) {
                if (!field.startsWith(FIELD)) continue;
                wrong.optionalText("/" + field.replace('.', '/'), posted.get(field), LONGEST);
                answers.put(field.substring(FIELD.length()), posted.get(field));
            }
            var guests = GuestList.read(posted.get("guests"), wrong);
            wrong.throwIfAny();
            seeking.write(found, answers, guests, posted.version());
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            var page = errors.refused(form(found, seeking.require(found), posted, locale), e, locale);
            if (e instanceof Problem.Conflict) page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
        redirect.addFlashAttribute("flash", Flash.success(words.text("saved", locale)));
        return new ModelAndView("redirect:/manage/conferences/" + found.slug() + "/approval/application");
    }
}
