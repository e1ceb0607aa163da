package org.plenary.conference.body;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
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

/** The bodies of a conference: all of them, and each one's form. */
@Controller
@TenantHost
@Requires(Permission.STAFF_WRITE)
@RequestMapping("/manage/conferences/{conference}/bodies")
class BodyPages {
    private final ConferenceApi conferences;
    private final Constituting bodies;
    private final UsualBodies usual;
    private final JoiningBodies joining;
    private final BodyWords words;

    BodyPages(
            ConferenceApi conferences, Constituting bodies, UsualBodies usual, JoiningBodies joining, BodyWords words) {
        this.conferences = conferences;
        this.bodies = bodies;
        this.usual = usual;
        this.joining = joining;
        this.words = words;
    }

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    ModelAndView list(@PathVariable String conference, Locale locale) {
        var found = conferences.bySlug(conference);
        var all = bodies.of(found);
        var seated = joining.all(found);
        return new ModelAndView("conference/bodies")
                .addObject("slug", found.slug())
                .addObject("isUsual", UsualBodies.missing(all).isEmpty())
                .addObject(
                        "hasDuties",
                        all.stream().anyMatch(body -> !body.duties().isEmpty()))
                .addObject(
                        "bodies",
                        all.stream()
                                .map(body -> words.card(body, seated.getOrDefault(body.id(), List.of()), locale))
                                .toList());
    }

    @PostMapping("/usual")
    ModelAndView begin(@PathVariable String conference, Locale locale, RedirectAttributes redirect) {
        usual.begin(conferences.bySlug(conference));
        redirect.addFlashAttribute("flash", words.done("begun", locale));
        return new ModelAndView("redirect:/manage/conferences/" + conference + "/bodies");
    }

    @GetMapping("/new")
    ModelAndView form(@PathVariable String conference, Locale locale) {
        return form(conferences.bySlug(conference), null, BodyForm.sent(Posted.empty()), locale);
    }

    @PostMapping
    ModelAndView create(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var form = BodyForm.sent(new Posted(values));
        try {
            var made = bodies.create(found, form.input());
            return done(found, made.id(), locale, redirect);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return refused(form(found, null, form, locale), e, locale);
        }
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable String conference, @PathVariable("id") UUID body, Locale locale) {
        var found = conferences.bySlug(conference);
        var before = bodies.find(found, body);
        return form(found, before, BodyForm.of(before), locale);
    }

    @PostMapping("/{id}")
    ModelAndView change(
            @PathVariable String conference,
            @PathVariable("id") UUID body,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var before = bodies.find(found, body);
        var form = BodyForm.sent(new Posted(values));
        try {
            bodies.change(found, body, form.input(), form.posted().ifMatch());
            return done(found, body, locale, redirect);
        } catch (Problem.InvalidInput | Problem.Conflict | Problem.Stale e) {
            return refused(form(found, before, form, locale), e, locale);
        }
    }

    private ModelAndView form(ConferenceView conference, @Nullable Body body, BodyForm form, Locale locale) {
        return new ModelAndView("conference/body-form")
                .addObject("slug", conference.slug())
                .addObject("id", body == null ? null : body.id())
                .addObject("form", form.posted())
                .addObject("lines", form.lines())
                .addObject("types", words.types(locale))
                .addObject(
                        "roles",
                        words.roles(body == null ? null : body.details().role(), locale));
    }

    private ModelAndView refused(ModelAndView page, Problem problem, Locale locale) {
        return words.errors()
                .refused(page, problem, locale)
                .addObject("fieldErrors", BodyForm.onFields(words.errors().of(problem, locale)));
    }

    private ModelAndView done(ConferenceView conference, UUID id, Locale locale, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", words.done("saved", locale));
        return new ModelAndView("redirect:/manage/conferences/" + conference.slug() + "/bodies/" + id);
    }
}
