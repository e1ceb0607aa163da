package org.plenary.conference.application;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Choice;
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
    private static final String FIELD = "field.";
    private static final int LONGEST = 4000;

    private final ConferenceApi conferences;
    private final SeekingApproval seeking;
    private final ApplicationRows rows;
    private final Deciders deciders;
    private final Words words;

    ApplicationPages(
            ConferenceApi conferences, SeekingApproval seeking, ApplicationRows rows, Deciders deciders, Words words) {
        this.conferences = conferences;
        this.seeking = seeking;
        this.rows = rows;
        this.deciders = deciders;
        this.words = words;
    }

    @Component("applicationPageWords")
    record Words(ApplicationWords texts, PageErrors errors) {}

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    ModelAndView show(@PathVariable String conference, Locale locale) {
        return page(conferences.bySlug(conference), locale);
    }

    @GetMapping("/edit")
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView form(@PathVariable String conference, Locale locale) {
        var found = conferences.bySlug(conference);
        var stand = require(found);
        var form = Posted.empty().set("version", stand.application().version());
        for (var field : stand.fields()) form.set(FIELD + field.key(), field.value());
        form.set("guests", GuestList.written(stand.application().guests()));
        return form(found, stand, form, locale);
    }

    private ModelAndView form(ConferenceView conference, SeekingApproval.Stand stand, Posted form, Locale locale) {
        return new ModelAndView("conference/application-form")
                .addObject("slug", conference.slug())
                .addObject("name", conference.name().in(locale))
                .addObject("groups", words.texts().groups(stand, locale))
                .addObject("asksGuests", Fields.asksGuests(stand.standing().rules()))
                .addObject("isEditable", stand.isEditable())
                .addObject("form", form);
    }

    @PostMapping("/edit")
    @Requires(Permission.CONFERENCE_WRITE)
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
            seeking.write(found, answers, guests, version(posted));
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            var page = words.errors().refused(form(found, require(found), posted, locale), e, locale);
            if (e instanceof Problem.Conflict) page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
        return done(found, "saved", locale, redirect);
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
            seeking.handIn(found, version(new Posted(values)));
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
            var stand = require(found);
            seeking.act(found, ActForm.read(posted, stand, words.texts().today(found.timeZone())), version(posted));
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return refused(found, e, locale).addObject("form", posted);
        }
        return done(found, "acted", locale, redirect);
    }

    private ModelAndView refused(ConferenceView conference, Problem problem, Locale locale) {
        var page = words.errors().refused(page(conference, locale), problem, locale);
        if (problem instanceof Problem.Conflict) page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private ModelAndView page(ConferenceView conference, Locale locale) {
        var page = new ModelAndView("conference/application")
                .addObject("slug", conference.slug())
                .addObject("name", conference.name().in(locale))
                .addObject("zone", conference.timeZone())
                .addObject("form", Posted.empty());
        seeking.of(conference).ifPresent(stand -> fill(page, conference, stand, locale));
        return page;
    }

    private void fill(ModelAndView page, ConferenceView conference, SeekingApproval.Stand stand, Locale locale) {
        var texts = words.texts();
        var application = stand.application();
        var step = stand.chain().find(application.step()).orElse(null);
        Set<String> agreed =
                step == null ? Set.of() : new HashSet<>(rows.agreed(conference.id(), step.key(), application.round()));
        var seats = step == null
                ? List.<ApplicationWords.SeatLine>of()
                : texts.seats(deciders.seats(conference, step, agreed), locale);
        page.addObject("stand", stand)
                .addObject("groups", texts.groups(stand, locale))
                .addObject("steps", texts.steps(stand, locale))
                .addObject("stepsDone", stand.chain().done(application.place()))
                .addObject("step", step)
                .addObject("stepTitle", step == null ? "" : step.title().in(locale))
                .addObject("isLast", step != null && stand.chain().isLast(step))
                .addObject(
                        "agreed",
                        agreed.stream()
                                .map(each -> texts.office(each, locale))
                                .sorted()
                                .toList())
                .addObject("seats", seats)
                .addObject(
                        "offices",
                        seats.stream()
                                .map(seat -> new Choice(seat.office(), seat.label()))
                                .toList())
                .addObject("isOnBehalf", seats.stream().anyMatch(ApplicationWords.SeatLine::onBehalf))
                .addObject("waiting", texts.waitingDays(application))
                .addObject("deviations", seeking.deviations(conference, application))
                .addObject("history", texts.history(rows.entries(conference.id()), stand.chain(), locale));
    }

    private ModelAndView done(ConferenceView conference, String key, Locale locale, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.success(words.texts().text(key, locale)));
        return new ModelAndView("redirect:/manage/conferences/" + conference.slug() + "/approval/application");
    }

    private SeekingApproval.Stand require(ConferenceView conference) {
        return seeking.of(conference).orElseThrow(() -> new Problem.NotFound("An application"));
    }

    private static long version(Posted form) {
        var version = form.integer("version");
        return version == null ? 0 : version;
    }
}
