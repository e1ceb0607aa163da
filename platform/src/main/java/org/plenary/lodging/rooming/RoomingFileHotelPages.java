package org.plenary.lodging.rooming;

import java.util.Locale;
import java.util.UUID;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.lodging.contact.HotelDesks;
import org.plenary.lodging.rooming.RoomingFileScreen.Wanted;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Long rooming lists for people of the hotel. */
@Controller
@TenantHost
@Requires(Permission.LODGING_HOTEL)
@RequestMapping("/hotel/{hotel}/rooming/files")
class RoomingFileHotelPages {
    private final HotelDesks desks;
    private final RoomingFileScreen screen;

    RoomingFileHotelPages(HotelDesks desks, RoomingFileScreen screen) {
        this.desks = desks;
        this.screen = screen;
    }

    @GetMapping
    ModelAndView ask(@PathVariable UUID hotel, Wanted wanted, Locale locale) {
        return screen.ask(desks.ofContact(hotel), wanted, locale);
    }

    @PostMapping
    ModelAndView start(@PathVariable UUID hotel, Wanted wanted) {
        return screen.start(desks.ofContact(hotel), wanted);
    }

    @GetMapping("/{file}")
    ModelAndView show(@PathVariable UUID hotel, @PathVariable UUID file, Locale locale) {
        return screen.show(desks.ofContact(hotel), file, locale);
    }

    @GetMapping("/{file}/content")
    ResponseEntity<byte[]> content(@PathVariable UUID hotel, @PathVariable UUID file) {
        return screen.content(desks.ofContact(hotel), file);
    }
}
