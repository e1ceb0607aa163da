package org.plenary.lodging.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Link;
import org.plenary.kernel.web.Page;
import org.plenary.lodging.room.RoomingList;
import org.plenary.lodging.room.RoomingListExport;
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

/** The rooming list for organizers, and its files for hotels. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/hotels")
@Requires(Permission.REGISTRATION_READ)
class RoomingPages {
    private static final RoomingList.Filter ALL = new RoomingList.Filter(null, null);

    private final ConferenceApi conferences;
    private final RoomingList list;
    private final RoomingListExport export;
    private final AccessLog log;

    RoomingPages(ConferenceApi conferences, RoomingList list, RoomingListExport export, AccessLog log) {
        this.conferences = conferences;
        this.list = list;
        this.export = export;
        this.log = log;
    }

    @GetMapping("/rooming-list")
    ModelAndView list(
            @PathVariable String conference, @RequestParam(required = false) @Nullable String after, Locale locale) {
        var found = conferences.bySlug(conference);
        var rows = list.rows(found.id(), ALL, Page.DEFAULT_LIMIT + 1, cursor(after), locale);
        var base = "/manage/conferences/" + found.slug() + "/hotels/rooming-list";
        var page = Page.of(rows, Page.DEFAULT_LIMIT, row -> row.id().toString());
        log.record(Seen.list(found.id(), Way.PAGE, "rooming-list", page.items().size(), Map.of()));
        var view = new ModelAndView("lodging/rooming-list");
        view.addObject("slug", found.slug());
        view.addObject("rooms", page.items());
        view.addObject("exports", List.of(new Link(base + ".csv", "CSV"), new Link(base + ".xlsx", "XLSX")));
        view.addObject("first", after == null ? null : base);
        view.addObject("next", page.next() == null ? null : base + "?after=" + page.next());
        return view;
    }

    @GetMapping("/rooming-list.csv")
    ResponseEntity<byte[]> csv(@PathVariable String conference, Locale locale) {
        return export.csvFile(conferences.bySlug(conference), ALL, locale);
    }

    @GetMapping("/rooming-list.xlsx")
    ResponseEntity<byte[]> xlsx(@PathVariable String conference, Locale locale) {
        return export.xlsxFile(conferences.bySlug(conference), ALL, locale);
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
