package org.plenary.lodging.tour;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.registration.AccessLog.Way;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** At the bus, on a phone: who is to come, who is on board, and a voucher that was scanned. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/tours/{tour}/boarding")
@Requires(Permission.REGISTRATION_WRITE)
class BoardingPages {
    private static final int SHOWN = 200;
    private static final int MAXIMUM_QUERY = 300;

    private final TourFinder finder;
    private final TourPlaces places;
    private final Boarding boarding;
    private final TourWords words;

    BoardingPages(TourFinder finder, TourPlaces places, Boarding boarding, TourWords words) {
        this.finder = finder;
        this.places = places;
        this.boarding = boarding;
        this.words = words;
    }

    /** @param kind in the reader's words */
    record Row(String code, String name, String buyer, String kind, String order, String diet, boolean boarded) {
        private static Row of(Place place, String kind) {
            return new Row(
                    place.code(),
                    place.name(),
                    place.buyer(),
                    kind,
                    place.orderCode(),
                    place.diet(),
                    place.isBoarded());
        }
    }

    /** @param code of a voucher whose QR code somebody's camera has read */
    @GetMapping
    ModelAndView list(
            @PathVariable String conference,
            @PathVariable String tour,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String code,
            Locale locale) {
        var at = finder.find(conference, tour);
        var found = at.conference();
        var one = at.tour();
        var query = q.substring(0, Math.min(q.length(), MAXIMUM_QUERY)).strip();
        var view = view(at, query, locale);
        var scanned = code.isBlank() && query.contains("code=") ? query : code;
        if (!scanned.isBlank()) scanned(view, found, one, scanned, locale);
        return view;
    }

    private ModelAndView view(TourFinder.Found at, String query, Locale locale) {
        var tour = at.tour();
        var shown = places.search(tour, plain(query), SHOWN + 1, locale);
        List<Row> rows =
                shown.stream().limit(SHOWN).map(place -> row(place, locale)).toList();
        finder.seen(at, Way.PAGE, rows.size());
        return new ModelAndView("lodging/tour-boarding")
                .addObject("slug", at.conference().slug())
                .addObject("tour", tour.key())
                .addObject("name", tour.name().in(locale))
                .addObject("meetsAt", TourTexts.at(tour.meetsAt(), locale))
                .addObject("meetingPoint", tour.meetingPoint().in(locale))
                .addObject("cancelled", tour.isCancelled())
                .addObject("count", places.count(tour))
                .addObject("q", query)
                .addObject("rows", rows)
                .addObject("more", shown.size() > SHOWN);
    }

    private Row row(Place place, Locale locale) {
        return Row.of(place, words.text("lodging.tour.kind." + place.kind().wire(), locale));
    }

    /** A scanned address is looked for by the code in it. */
    private static String plain(String query) {
        return query.contains("code=") ? Boarding.code(query) : query;
    }

    private void scanned(ModelAndView view, ConferenceView conference, Tour tour, String code, Locale locale) {
        try {
            view.addObject("scanned", row(boarding.valid(conference, tour, code, locale), locale));
        } catch (Problem.NotFound e) {
            view.addObject("refused", words.text("lodging.tour.boarding.unknown", locale));
        } catch (Problem.Conflict e) {
            view.addObject(
                    "refused", words.errors(e, locale).values().iterator().next());
        }
    }

    @PostMapping
    ModelAndView board(
            @PathVariable String conference,
            @PathVariable String tour,
            @RequestParam(defaultValue = "") String voucher,
            @RequestParam(defaultValue = "") String q,
            Locale locale,
            RedirectAttributes redirect) {
        var at = finder.find(conference, tour);
        redirect.addFlashAttribute("flash", flash(at.conference(), at.tour(), voucher, locale));
        return back(at.conference(), tour, q, redirect);
    }

    private Flash flash(ConferenceView conference, Tour tour, String voucher, Locale locale) {
        try {
            var boarded = boarding.board(conference, tour, voucher, locale);
            var place = boarded.place();
            var who =
                    place.name().isEmpty() ? words.text("lodging.tour.guest-of", locale, place.buyer()) : place.name();
            if (boarded.isFirst()) return Flash.success(words.text("lodging.tour.boarding.done", locale, who));
            var at = boarded.at().atZone(conference.timeZone()).toLocalDateTime();
            return Flash.warning(words.text("lodging.tour.boarding.already", locale, who, TourTexts.at(at, locale)));
        } catch (Problem.NotFound e) {
            return Flash.failure(words.text("lodging.tour.boarding.unknown", locale));
        } catch (Problem.Conflict | Problem.InvalidInput e) {
            return Flash.failure(words.errors(e, locale).values().iterator().next());
        }
    }

    @PostMapping("/undoing")
    ModelAndView undo(
            @PathVariable String conference,
            @PathVariable String tour,
            @RequestParam(defaultValue = "") String voucher,
            @RequestParam(defaultValue = "") String q,
            Locale locale,
            RedirectAttributes redirect) {
        var at = finder.find(conference, tour);
        boarding.undo(at.conference(), at.tour(), voucher, locale);
        redirect.addFlashAttribute("flash", Flash.info(words.text("lodging.tour.boarding.undone", locale)));
        return back(at.conference(), tour, q, redirect);
    }

    private static ModelAndView back(
            ConferenceView conference, String tour, @Nullable String q, RedirectAttributes redirect) {
        if (q != null && !q.isBlank() && !q.contains("code=")) redirect.addAttribute("q", q);
        return new ModelAndView("redirect:/manage/conferences/" + conference.slug() + "/tours/" + tour + "/boarding");
    }
}
