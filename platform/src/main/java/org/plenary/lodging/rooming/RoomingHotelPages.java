package org.plenary.lodging.rooming;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.lodging.contact.HotelDesks;
import org.plenary.lodging.rooming.RoomingPage.Asked;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The rooming list of their hotel for people of the hotel. */
@Controller
@TenantHost
@Requires(Permission.LODGING_HOTEL)
@RequestMapping("/hotel/{hotel}/rooming")
class RoomingHotelPages {
    private final HotelDesks desks;
    private final RoomingPage page;
    private final RoomingDownloads downloads;

    RoomingHotelPages(HotelDesks desks, RoomingPage page, RoomingDownloads downloads) {
        this.desks = desks;
        this.page = page;
        this.downloads = downloads;
    }

    @GetMapping
    ModelAndView list(
            @PathVariable UUID hotel,
            @RequestParam(required = false) @Nullable String tab,
            @RequestParam(required = false) @Nullable Integer since,
            @RequestParam(required = false) @Nullable Integer page,
            Locale locale) {
        return this.page.draw(desks.ofContact(hotel), Asked.of(tab, since, page), locale);
    }

    @GetMapping("/file")
    ResponseEntity<byte[]> file(
            @PathVariable UUID hotel,
            @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(required = false) @Nullable Integer since,
            @RequestParam(required = false) @Nullable String language,
            Locale locale) {
        return downloads.now(desks.ofContact(hotel), format, since, language, locale);
    }

    @GetMapping("/versions/{number}")
    ResponseEntity<byte[]> version(
            @PathVariable UUID hotel,
            @PathVariable String number,
            @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(required = false) @Nullable Integer since) {
        return downloads.sent(desks.ofContact(hotel), number, format, since);
    }
}
