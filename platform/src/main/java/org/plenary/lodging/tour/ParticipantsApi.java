package org.plenary.lodging.tour;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Page;
import org.plenary.lodging.export.Sheet;
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

    ParticipantsApi(ConferenceApi conferences, Tours tours, Participants participants) {
        this.conferences = conferences;
        this.tours = tours;
        this.participants = participants;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Page<Participants.Row> list(
            @PathVariable String conference,
            @PathVariable String tour,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        var rows = Page.limit(limit);
        var found = participants.rows(find(conference, tour), rows + 1, cursor(after));
        return Page.of(found, rows, row -> row.id().toString());
    }

    @GetMapping(produces = "text/csv")
    ResponseEntity<byte[]> csv(@PathVariable String conference, @PathVariable String tour) {
        return participants
                .sheet(conferences.bySlug(conference), find(conference, tour))
                .asCsv();
    }

    @GetMapping(produces = Sheet.XLSX)
    ResponseEntity<byte[]> xlsx(@PathVariable String conference, @PathVariable String tour) {
        return participants
                .sheet(conferences.bySlug(conference), find(conference, tour))
                .asXlsx();
    }

    private Tour find(String conference, String tour) {
        return tours.find(conferences.bySlug(conference).id(), tour)
                .orElseThrow(() -> new Problem.NotFound("This tour"));
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
