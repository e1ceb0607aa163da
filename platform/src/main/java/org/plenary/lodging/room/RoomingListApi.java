package org.plenary.lodging.room;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/rooming-list")
class RoomingListApi {
    private static final Set<String> STATUSES = Set.of("pending", "confirmed");
    private static final int MAXIMUM_ACKNOWLEDGEMENT = 50;

    private final ConferenceApi conferences;
    private final RoomingList list;
    private final RoomingListExport export;
    private final AccessLog log;

    RoomingListApi(ConferenceApi conferences, RoomingList list, RoomingListExport export, AccessLog log) {
        this.conferences = conferences;
        this.list = list;
        this.export = export;
        this.log = log;
    }

    /** @param acknowledgement the hotel's own booking number; null takes it away */
    record Acknowledgement(@Nullable String acknowledgement) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.REGISTRATION_READ)
    Page<RoomingList.Row> list(
            @PathVariable String conference,
            @RequestParam(required = false) @Nullable String hotel,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            Locale locale) {
        var rows = Page.limit(limit);
        var id = conferences.bySlug(conference).id();
        var filter = filter(hotel, status);
        var page = Page.of(
                list.rows(id, filter, rows + 1, cursor(after), locale),
                rows,
                (RoomingList.Row row) -> row.id().toString());
        log.record(Seen.list(id, Way.API, "rooming-list", page.items().size(), filter.parameters()));
        return page;
    }

    @GetMapping(produces = "text/csv")
    @Requires(Permission.REGISTRATION_READ)
    ResponseEntity<byte[]> csv(
            @PathVariable String conference,
            @RequestParam(required = false) @Nullable String hotel,
            @RequestParam(required = false) @Nullable String status,
            Locale locale) {
        return export.csvFile(conferences.bySlug(conference), filter(hotel, status), locale);
    }

    @GetMapping(produces = Sheet.XLSX)
    @Requires(Permission.REGISTRATION_READ)
    ResponseEntity<byte[]> xlsx(
            @PathVariable String conference,
            @RequestParam(required = false) @Nullable String hotel,
            @RequestParam(required = false) @Nullable String status,
            Locale locale) {
        return export.xlsxFile(conferences.bySlug(conference), filter(hotel, status), locale);
    }

    @PutMapping("/{booking}/acknowledgement")
    @Requires(Permission.REGISTRATION_WRITE)
    ResponseEntity<Void> acknowledge(
            @PathVariable String conference, @PathVariable UUID booking, @RequestBody Acknowledgement body) {
        new Violations()
                .optionalText("/acknowledgement", body.acknowledgement(), MAXIMUM_ACKNOWLEDGEMENT)
                .throwIfAny();
        if (!list.acknowledge(conferences.bySlug(conference).id(), booking, body.acknowledgement()))
            throw new Problem.NotFound("This booking");
        return ResponseEntity.noContent().build();
    }

    private static RoomingList.Filter filter(@Nullable String hotel, @Nullable String status) {
        var asked = status == null || status.isBlank() ? null : status;
        if (asked != null && !STATUSES.contains(asked))
            throw new Problem.InvalidInput("/status", "unknown_status", "A status is pending or confirmed.");
        return new RoomingList.Filter(hotel == null || hotel.isBlank() ? null : hotel, asked);
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
