package org.plenary.lodging.tour;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.i18n.LocaleContextHolder;
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

/** The tours of a conference for its organizers: how full they are, and the forms to set them up. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/tours")
class TourPages {
    private final ConferenceApi conferences;
    private final Tours tours;
    private final PlacesTaken taken;
    private final PageErrors errors;
    private final TourTexts texts;

    TourPages(ConferenceApi conferences, Tours tours, PlacesTaken taken, PageErrors errors, TourTexts texts) {
        this.conferences = conferences;
        this.tours = tours;
        this.taken = taken;
        this.errors = errors;
        this.texts = texts;
    }

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    ModelAndView list(@PathVariable String conference, Locale locale) {
        var found = conferences.bySlug(conference);
        var sold = taken.sold(found.id());
        var lines = taken.lines(found.id()).stream()
                .map(line -> TourLine.of(line, sold.getOrDefault(line.tour().id(), 0), locale))
                .toList();
        return new ModelAndView("lodging/tours", Map.of("slug", found.slug(), "tours", lines));
    }

    @GetMapping("/new")
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView blank(@PathVariable String conference) {
        return form(conferences.bySlug(conference), TourForm.blank(), null);
    }

    @PostMapping
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView create(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var form = new TourForm(values);
        try {
            tours.create(found, form.asInput(null, found.currency()));
            return done(found, "lodging.tour.created", locale, redirect);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return refused(found, form, null, e, locale);
        }
    }

    @GetMapping("/{tour}")
    @Requires(Permission.CONFERENCE_READ)
    ModelAndView tour(@PathVariable String conference, @PathVariable String tour) {
        var found = conferences.bySlug(conference);
        return form(found, TourForm.of(find(found, tour)), tour);
    }

    @PostMapping("/{tour}")
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView change(
            @PathVariable String conference,
            @PathVariable String tour,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var form = new TourForm(values);
        try {
            tours.change(found, tour, form.asInput(tour, found.currency()), form.ifMatch());
            return done(found, "lodging.tour.changed", locale, redirect);
        } catch (Problem.InvalidInput | Problem.Conflict | Problem.Stale e) {
            return refused(found, form, tour, e, locale);
        }
    }

    @GetMapping("/{tour}/deletion")
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView question(@PathVariable String conference, @PathVariable String tour, Locale locale) {
        var found = conferences.bySlug(conference);
        var name = find(found, tour).name().in(locale);
        return new ModelAndView("lodging/tour-deletion", Map.of("slug", found.slug(), "tour", tour, "name", name));
    }

    @PostMapping("/{tour}/deletion")
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView delete(
            @PathVariable String conference, @PathVariable String tour, Locale locale, RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        try {
            tours.delete(found, tour, null);
            return done(found, "lodging.tour.deleted", locale, redirect);
        } catch (Problem.Conflict e) {
            return refused(found, TourForm.of(find(found, tour)), tour, e, locale);
        }
    }

    private Tour find(ConferenceView conference, String tour) {
        return tours.find(conference.id(), tour).orElseThrow(() -> new Problem.NotFound("This tour"));
    }

    /** @param tour null for a new one */
    private static ModelAndView form(ConferenceView conference, TourForm form, @Nullable String tour) {
        return new ModelAndView("lodging/tour")
                .addObject("languages", DetailsForm.languages(LocaleContextHolder.getLocale()))
                .addObject("slug", conference.slug())
                .addObject("currency", conference.currency().getCode())
                .addObject("zone", conference.timeZone())
                .addObject("tour", tour)
                .addObject("form", form);
    }

    private ModelAndView refused(
            ConferenceView conference, TourForm form, @Nullable String tour, Problem problem, Locale locale) {
        var view = form(conference, form, tour);
        view.addObject("fieldErrors", TourForm.onFields(errors.of(problem, locale)));
        view.setStatus(
                problem instanceof Problem.InvalidInput ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
        return view;
    }

    private ModelAndView done(ConferenceView conference, String key, Locale locale, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.success(texts.text(key, locale)));
        return new ModelAndView("redirect:/manage/conferences/" + conference.slug() + "/tours");
    }
}
