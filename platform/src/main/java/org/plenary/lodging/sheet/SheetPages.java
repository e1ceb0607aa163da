package org.plenary.lodging.sheet;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.lodging.hotel.Hotels;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Bringing in blocks and bookings that were kept elsewhere, and a hotel's invoice. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/hotels/sheets")
@Requires(Permission.CONFERENCE_WRITE)
class SheetPages {
    private static final String INVOICE = "invoice";

    private final ConferenceApi conferences;
    private final Hotels hotels;
    private final List<SheetKind> kinds;
    private final SheetScreen screen;

    SheetPages(ConferenceApi conferences, Hotels hotels, List<SheetKind> kinds, SheetScreen screen) {
        this.conferences = conferences;
        this.hotels = hotels;
        this.kinds = kinds;
        this.screen = screen;
    }

    @GetMapping("/{kind}")
    ModelAndView upload(@PathVariable String conference, @PathVariable String kind, Locale locale) {
        return screen.upload(place(conference, kind), locale);
    }

    @PostMapping("/{kind}")
    ModelAndView keep(
            @PathVariable String conference,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Locale locale)
            throws IOException {
        return screen.keep(place(conference, kind), file, locale);
    }

    @GetMapping("/{kind}/{file}")
    ModelAndView mapping(
            @PathVariable String conference, @PathVariable String kind, @PathVariable UUID file, Locale locale) {
        return screen.mapping(place(conference, kind), file, locale);
    }

    /** Tries the mapping; with the word to do it, has the rows written. */
    @PostMapping("/{kind}/{file}")
    ModelAndView confirm(
            @PathVariable String conference,
            @PathVariable String kind,
            @PathVariable UUID file,
            @RequestParam MultiValueMap<String, String> parameters,
            Locale locale,
            RedirectAttributes redirect) {
        return screen.confirm(place(conference, kind), file, parameters, locale, redirect);
    }

    /** @param kind {@code block}, {@code bookings}, or {@code invoice:} with the key of the hotel that sent it */
    private SheetScreen.Place place(String conference, String kind) {
        var found = conferences.bySlug(conference);
        var parts = kind.split(":", 2);
        var named = kinds.stream()
                .filter(each -> each.name().equals(parts[0]))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("This page"));
        if (named.name().equals(INVOICE) != (parts.length == 2)) throw new Problem.NotFound("This page");
        var base = "/manage/conferences/" + found.slug() + "/hotels";
        if (parts.length == 1)
            return new SheetScreen.Place(new BringingIn.Subject(found, named, ""), base + "/sheets/" + kind, base);
        var hotel = hotels.find(found.id(), parts[1]).orElseThrow(() -> new Problem.NotFound("This hotel"));
        return new SheetScreen.Place(
                new BringingIn.Subject(found, named, hotel.key()),
                base + "/sheets/" + INVOICE + ":" + hotel.key(),
                base + "/" + hotel.key() + "/settlement");
    }
}
