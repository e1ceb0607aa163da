package org.plenary.lodging.tour;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whether a tour takes place: the organizer's decision, whom it concerns, and how far a cancellation is. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/tours/{tour}")
class TourDecisionPages {
    private static final int REFRESH_SECONDS = 2;

    private final TourFinder finder;
    private final TourLife life;
    private final TourFigures figures;
    private final TourWords words;

    TourDecisionPages(TourFinder finder, TourLife life, TourFigures figures, TourWords words) {
        this.finder = finder;
        this.life = life;
        this.figures = figures;
        this.words = words;
    }

    /** The question, or how far it is. */
    @GetMapping("/cancellation")
    @Requires(Permission.REGISTRATION_READ)
    ModelAndView cancellation(@PathVariable String conference, @PathVariable String tour, Locale locale) {
        var at = finder.find(conference, tour);
        return at.tour().isCancelled()
                ? progress(at.conference(), at.tour(), locale)
                : question(at.conference(), at.tour(), "", locale);
    }

    private ModelAndView question(ConferenceView conference, Tour tour, String note, Locale locale) {
        return view("lodging/tour-cancellation", conference, tour, locale)
                .addObject("concerned", figures.concerned(tour))
                .addObject("note", note);
    }

    private ModelAndView progress(ConferenceView conference, Tour tour, Locale locale) {
        var progress = figures.progress(tour);
        var view = view("lodging/tour-called-off", conference, tour, locale)
                .addObject("progress", progress)
                .addObject("state", tour.state())
                .addObject("zone", conference.timeZone());
        if (!progress.isOver()) view.addObject("refreshSeconds", REFRESH_SECONDS);
        return view;
    }

    @PostMapping("/cancellation")
    @Requires(Permission.REGISTRATION_WRITE)
    ModelAndView cancel(
            @PathVariable String conference,
            @PathVariable String tour,
            @RequestParam(required = false) @Nullable String note,
            Locale locale) {
        var at = finder.find(conference, tour);
        var found = at.conference();
        var typed = note == null ? "" : note;
        try {
            life.cancel(found, tour, typed);
        } catch (Problem.InvalidInput e) {
            var view = question(found, at.tour(), typed, locale);
            view.addObject("fieldErrors", words.errors(e, locale));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        return new ModelAndView("redirect:" + path(found, tour) + "/cancellation");
    }

    @PostMapping("/going-ahead")
    @Requires(Permission.REGISTRATION_WRITE)
    ModelAndView keep(
            @PathVariable String conference, @PathVariable String tour, Locale locale, RedirectAttributes redirect) {
        var found = finder.find(conference, tour).conference();
        try {
            var kept = life.keep(found, tour);
            redirect.addFlashAttribute(
                    "flash",
                    Flash.success(
                            words.text("lodging.tour.kept", locale, kept.name().in(locale))));
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute(
                    "flash",
                    Flash.failure(words.errors(e, locale).values().iterator().next()));
        }
        return new ModelAndView("redirect:/manage/conferences/" + found.slug() + "/tours");
    }

    private static String path(ConferenceView conference, String tour) {
        return "/manage/conferences/" + conference.slug() + "/tours/" + tour;
    }

    private static ModelAndView view(String template, ConferenceView conference, Tour tour, Locale locale) {
        return new ModelAndView(template)
                .addObject("slug", conference.slug())
                .addObject("tour", tour.key())
                .addObject("name", tour.name().in(locale))
                .addObject("startsAt", TourTexts.at(tour.startsAt(), locale));
    }
}
