package org.plenary.lodging.tour;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Page;
import org.plenary.kernel.web.Sheet;
import org.plenary.registration.AccessLog;
import org.plenary.registration.AccessLog.Seen;
import org.plenary.registration.AccessLog.Way;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/tours/{tour}/participants")
@Requires(Permission.REGISTRATION_READ)
class ParticipantsApi {
    private final ConferenceApi conferences;
    private final Tours tours;
    private final Participants participants;
    private final AccessLog log;

    ParticipantsApi(ConferenceApi conferences, Tours tours, Participants participants, AccessLog log) {
        this.conferences = conferences;
        this.tours = tours;
        this.participants = participants;
        this.log = log;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Page<Participants.Row> list(
            @PathVariable String conference,
            @PathVariable String tour,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        var rows = Page.limit(limit);
        var found = conferences.bySlug(conference);
        var one = find(found, tour);
        var page = Page.of(
                participants.rows(one, rows + 1, cursor(after)),
                rows,
                (Participants.Row row) -> row.id().toString());
        seen(found, one, Way.API, page.items().size());
        return page;
    }

    @GetMapping(produces = "text/csv")
    ResponseEntity<byte[]> csv(@PathVariable String conference, @PathVariable String tour) {
        var found = conferences.bySlug(conference);
        return sheet(found, find(found, tour)).asCsv();
    }

    @GetMapping(produces = Sheet.XLSX)
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
            throw new Problem.InvalidInput("/after", "cursor", "This is not a cursor of this list.");
        }
    }
}
