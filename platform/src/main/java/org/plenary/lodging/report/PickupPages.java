package org.plenary.lodging.report;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Link;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pick-up report for organizers, its charts and its files. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/hotels")
@Requires(Permission.CONFERENCE_READ)
class PickupPages {
    private final ConferenceApi conferences;
    private final PickupReport reports;
    private final PickupScreen screen;
    private final PickupDrawing drawing;
    private final PickupExport export;

    PickupPages(
            ConferenceApi conferences,
            PickupReport reports,
            PickupScreen screen,
            PickupDrawing drawing,
            PickupExport export) {
        this.conferences = conferences;
        this.reports = reports;
        this.screen = screen;
        this.drawing = drawing;
        this.export = export;
    }

    @GetMapping("/pick-up")
    ModelAndView report(
            @PathVariable String conference, @RequestParam(required = false) @Nullable String hotel, Locale locale) {
        var found = conferences.bySlug(conference);
        return screen.draw(found, reports.of(found, named(hotel)), locale);
    }

    @PostMapping("/pick-up")
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView settings(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        try {
            screen.save(found, values);
        } catch (Problem.InvalidInput e) {
            return screen.refused(found, reports.of(found, null), values, e, locale);
        }
        screen.tellSaved(redirect, locale);
        return new ModelAndView("redirect:/manage/conferences/" + found.slug() + "/hotels/pick-up");
    }

    @GetMapping("/pick-up/charts/{chart}")
    @ResponseBody
    PickupDrawing.Drawn chart(
            @PathVariable String conference,
            @PathVariable String chart,
            @RequestParam(required = false) @Nullable String hotel,
            Locale locale) {
        var report = reports.of(conferences.bySlug(conference), named(hotel));
        return switch (chart) {
            case "nights" -> drawing.nights(report, locale);
            case "pace" -> drawing.pace(report, locale);
            default -> throw new Problem.NotFound("This chart");
        };
    }

    @GetMapping("/pick-up.csv")
    ResponseEntity<byte[]> csv(
            @PathVariable String conference, @RequestParam(required = false) @Nullable String hotel, Locale locale) {
        var found = conferences.bySlug(conference);
        return export.sheet(found, reports.of(found, named(hotel)), locale).asCsv();
    }

    @GetMapping("/pick-up.xlsx")
    ResponseEntity<byte[]> xlsx(
            @PathVariable String conference, @RequestParam(required = false) @Nullable String hotel, Locale locale) {
        var found = conferences.bySlug(conference);
        return export.sheet(found, reports.of(found, named(hotel)), locale).asXlsx();
    }

    static List<Link> files(ConferenceView conference, String query) {
        var base = "/manage/conferences/" + conference.slug() + "/hotels/pick-up";
        return List.of(new Link(base + ".csv" + query, "CSV"), new Link(base + ".xlsx" + query, "XLSX"));
    }

    private static @Nullable String named(@Nullable String hotel) {
        return hotel == null || hotel.isBlank() ? null : hotel;
    }
}
