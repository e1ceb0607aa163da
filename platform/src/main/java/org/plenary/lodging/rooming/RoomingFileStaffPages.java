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

/** Long rooming lists for staff. */
@Controller
@TenantHost
@Requires(Permission.REGISTRATION_READ)
@RequestMapping("/manage/conferences/{conference}/hotels/{hotel}/rooming/files")
class RoomingFileStaffPages {
    private final HotelDesks desks;
    private final RoomingFileScreen screen;

    RoomingFileStaffPages(HotelDesks desks, RoomingFileScreen screen) {
        this.desks = desks;
        this.screen = screen;
    }

    @GetMapping
    ModelAndView ask(@PathVariable String conference, @PathVariable String hotel, Wanted wanted, Locale locale) {
        return screen.ask(desks.ofStaff(conference, hotel), wanted, locale);
    }

    @PostMapping
    ModelAndView start(@PathVariable String conference, @PathVariable String hotel, Wanted wanted) {
        return screen.start(desks.ofStaff(conference, hotel), wanted);
    }

    @GetMapping("/{file}")
    ModelAndView show(
            @PathVariable String conference, @PathVariable String hotel, @PathVariable UUID file, Locale locale) {
        return screen.show(desks.ofStaff(conference, hotel), file, locale);
    }

    @GetMapping("/{file}/content")
    ResponseEntity<byte[]> content(
            @PathVariable String conference, @PathVariable String hotel, @PathVariable UUID file) {
        return screen.content(desks.ofStaff(conference, hotel), file);
    }
}
