package org.plenary.lodging.tour;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Link;
import org.plenary.kernel.web.Page;
import org.plenary.kernel.web.Sheet;
import org.plenary.registration.AccessLog;
import org.plenary.registration.AccessLog.Seen;
import org.plenary.registration.AccessLog.Way;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The participants of a tour for organizers, and the files for its guide. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/tours/{tour}")
@Requires(Permission.REGISTRATION_READ)
class ParticipantPages {
    private final ConferenceApi conferences;
    private final Tours tours;
    private final Participants participants;
    private final AccessLog log;

    ParticipantPages(ConferenceApi conferences, Tours tours, Participants participants, AccessLog log) {
        this.conferences = conferences;
        this.tours = tours;
        this.participants = participants;
        this.log = log;
    }

    @GetMapping("/participants")
    ModelAndView list(
            @PathVariable String conference,
            @PathVariable String tour,
            @RequestParam(required = false) @Nullable String after,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var one = find(found, tour);
        var rows = participants.rows(one, Page.DEFAULT_LIMIT + 1, cursor(after));
        var page = Page.of(rows, Page.DEFAULT_LIMIT, row -> row.id().toString());
        seen(found, one, Way.PAGE, page.items().size());
        var base = "/manage/conferences/" + found.slug() + "/tours/" + one.key() + "/participants";
        var view = new ModelAndView("lodging/tour-participants");
        view.addObject("slug", found.slug());
        view.addObject("tour", one.key());
        view.addObject("name", one.name().in(locale));
        view.addObject("startsAt", TourTexts.at(one.startsAt(), locale));
        view.addObject("participants", page.items());
        view.addObject("exports", List.of(new Link(base + ".csv", "CSV"), new Link(base + ".xlsx", "XLSX")));
        view.addObject("first", after == null ? null : base);
        view.addObject("next", page.next() == null ? null : base + "?after=" + page.next());
        return view;
    }

    @GetMapping("/participants.csv")
    ResponseEntity<byte[]> csv(@PathVariable String conference, @PathVariable String tour) {
        var found = conferences.bySlug(conference);
        return sheet(found, find(found, tour)).asCsv();
    }

    @GetMapping("/participants.xlsx")
    ResponseEntity<byte[]> xlsx(@PathVariable String conference, @PathVariable String tour) {
        var found = conferences.bySlug(conference);
        return sheet(found, find(found, tour)).asXlsx();
    }

    private Sheet sheet(ConferenceView conference, Tour tour) {
        var sheet = participants.sheet(conference, tour);
        seen(conference, tour, Way.EXPORT, sheet.rows().size() - 1);
        return sheet;
    }

    private void seen(ConferenceView conference, Tour tour, Way way, int bookings) {
        log.record(Seen.list(conference.id(), way, "tour-participants", bookings, Map.of("tour", tour.key())));
    }

    private Tour find(ConferenceView conference, String tour) {
        return tours.find(conference.id(), tour).orElseThrow(() -> new Problem.NotFound("This tour"));
    }

    private static @Nullable UUID cursor(@Nullable String after) {
        if (after == null) return null;
        try {
            return UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw new Problem.NotFound("This page of the list");
        }
    }
}
