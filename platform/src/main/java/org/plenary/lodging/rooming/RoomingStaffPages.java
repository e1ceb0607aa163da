package org.plenary.lodging.rooming;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Languages;
import org.plenary.kernel.web.Flash;
import org.plenary.lodging.contact.HotelDesks;
import org.plenary.lodging.rooming.RoomingPage.Asked;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rooming list of one hotel for the organizer's staff, who send it to the hotel in numbered versions. */
@Controller
@TenantHost
@Requires(Permission.REGISTRATION_READ)
@RequestMapping("/manage/conferences/{conference}/hotels/{hotel}/rooming")
class RoomingStaffPages {
    private final HotelDesks desks;
    private final RoomingPage page;
    private final RoomingDownloads downloads;
    private final RoomingSending sending;
    private final HotelWords words;

    RoomingStaffPages(
            HotelDesks desks, RoomingPage page, RoomingDownloads downloads, RoomingSending sending, HotelWords words) {
        this.desks = desks;
        this.page = page;
        this.downloads = downloads;
        this.sending = sending;
        this.words = words;
    }

    @GetMapping
    ModelAndView list(
            @PathVariable String conference,
            @PathVariable String hotel,
            @RequestParam(required = false) @Nullable String tab,
            @RequestParam(required = false) @Nullable Integer since,
            @RequestParam(required = false) @Nullable Integer page,
            Locale locale) {
        return this.page.draw(desks.ofStaff(conference, hotel), Asked.of(tab, since, page), locale);
    }

    /** As it is now; no version is kept of it. */
    @GetMapping("/file")
    ResponseEntity<byte[]> file(
            @PathVariable String conference,
            @PathVariable String hotel,
            @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(required = false) @Nullable Integer since,
            @RequestParam(required = false) @Nullable String language,
            Locale locale) {
        return downloads.now(desks.ofStaff(conference, hotel), format, since, language, locale);
    }

    @PostMapping("/versions")
    @Requires(Permission.REGISTRATION_WRITE)
    ModelAndView send(
            @PathVariable String conference,
            @PathVariable String hotel,
            @RequestParam(required = false) @Nullable Integer since,
            @RequestParam(defaultValue = "en") String language,
            @RequestParam(defaultValue = "false") boolean tell,
            Locale locale,
            RedirectAttributes redirect) {
        var desk = desks.ofStaff(conference, hotel);
        var number = sending.send(desk, since, Languages.nearest(language), tell);
        redirect.addFlashAttribute("flash", Flash.success(words.text("sent", locale, number)));
        return new ModelAndView("redirect:" + desk.base() + "/rooming#versions");
    }

    @GetMapping("/versions/{number}")
    ResponseEntity<byte[]> version(
            @PathVariable String conference,
            @PathVariable String hotel,
            @PathVariable String number,
            @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(required = false) @Nullable Integer since) {
        return downloads.sent(desks.ofStaff(conference, hotel), number, format, since);
    }
}
