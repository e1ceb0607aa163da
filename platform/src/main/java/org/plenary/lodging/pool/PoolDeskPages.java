package org.plenary.lodging.pool;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Page;
import org.plenary.lodging.hotel.Hotels;
import org.plenary.registration.AccessLog;
import org.plenary.registration.AccessLog.Seen;
import org.plenary.registration.AccessLog.Way;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pool for organizers: in which hotels it is open, how many look, and who has found nobody yet. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/hotels/sharing")
@Requires(Permission.REGISTRATION_READ)
class PoolDeskPages {
    private final ConferenceApi conferences;
    private final Desk desk;
    private final Unmatched unmatched;
    private final PoolWords words;
    private final AccessLog log;

    PoolDeskPages(ConferenceApi conferences, Desk desk, Unmatched unmatched, PoolWords words, AccessLog log) {
        this.conferences = conferences;
        this.desk = desk;
        this.unmatched = unmatched;
        this.words = words;
        this.log = log;
    }

    /** The hotels of a conference, and those in which the pool is open. */
    @Component
    record Desk(Hotels hotels, PoolHotels open) {}

    /** @param room empty for somebody without one */
    record Line(String name, String code, String room, Unmatched.Row row) {}

    @GetMapping
    ModelAndView show(
            @PathVariable String conference, @RequestParam(required = false) @Nullable String after, Locale locale) {
        var found = conferences.bySlug(conference);
        var page = Page.of(
                unmatched.page(found, cursor(after), Page.DEFAULT_LIMIT + 1),
                Page.DEFAULT_LIMIT,
                row -> row.id().toString());
        log.record(Seen.list(found.id(), Way.PAGE, "room-pool", page.items().size(), Map.of()));
        var hotels = desk.hotels().all(found.id());
        var open = desk.open().of(found.id());
        var base = "/manage/conferences/" + found.slug() + "/hotels/sharing";
        return new ModelAndView("lodging/pool-desk")
                .addObject("slug", found.slug())
                .addObject(
                        "hotels",
                        hotels.stream()
                                .map(hotel ->
                                        new Choice(hotel.key(), hotel.name().in(locale)))
                                .toList())
                .addObject(
                        "open",
                        hotels.stream()
                                .filter(hotel -> open.contains(hotel.id()))
                                .map(hotel -> hotel.key())
                                .toList())
                .addObject("counts", unmatched.counts(found))
                .addObject(
                        "lines",
                        page.items().stream().map(row -> line(row, locale)).toList())
                .addObject("first", after == null ? null : base)
                .addObject("next", page.next() == null ? null : base + "?after=" + page.next());
    }

    @PostMapping
    @Requires(Permission.CONFERENCE_WRITE)
    String choose(
            @PathVariable String conference,
            @RequestParam(required = false) @Nullable List<String> hotels,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        desk.open().choose(found, hotels == null ? List.of() : hotels);
        redirect.addFlashAttribute("flash", Flash.success(words.text("desk-saved", locale)));
        return "redirect:/manage/conferences/" + found.slug() + "/hotels/sharing";
    }

    private Line line(Unmatched.Row row, Locale locale) {
        var hotel = row.hotel();
        var type = row.type();
        var room = hotel == null || type == null
                ? words.text("desk-no-room", locale)
                : words.text("desk-room", locale, hotel.in(locale), type.in(locale));
        return new Line(row.name(), row.code(), room, row);
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
