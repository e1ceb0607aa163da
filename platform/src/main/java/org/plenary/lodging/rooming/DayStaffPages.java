package org.plenary.lodging.rooming;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.lodging.contact.HotelDesks;
import org.plenary.lodging.rooming.DayPage.Asked;
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

/** The days of a hotel for the organizer's staff: who comes, stays, leaves, leaves late and stayed away. */
@Controller
@TenantHost
@Requires(Permission.REGISTRATION_READ)
@RequestMapping("/manage/conferences/{conference}/hotels/{hotel}")
class DayStaffPages {
    private final HotelDesks desks;
    private final DayPage page;
    private final LatePage late;

    DayStaffPages(HotelDesks desks, DayPage page, LatePage late) {
        this.desks = desks;
        this.page = page;
        this.late = late;
    }

    @GetMapping("/days")
    ModelAndView list(
            @PathVariable String conference,
            @PathVariable String hotel,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String list,
            @RequestParam(required = false) @Nullable Integer page,
            Locale locale) {
        return this.page.draw(desks.ofStaff(conference, hotel), Asked.of(day, list, page), locale);
    }

    @GetMapping("/days/file")
    ResponseEntity<byte[]> file(
            @PathVariable String conference,
            @PathVariable String hotel,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String list,
            @RequestParam(defaultValue = "xlsx") String format,
            Locale locale) {
        return page.file(desks.ofStaff(conference, hotel), Asked.of(day, list, null), format, locale);
    }

    @PostMapping("/stays/{stay}/state")
    @Requires(Permission.REGISTRATION_WRITE)
    ModelAndView mark(
            @PathVariable String conference,
            @PathVariable String hotel,
            @PathVariable UUID stay,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String list,
            Locale locale,
            RedirectAttributes redirect) {
        return late.mark(desks.ofStaff(conference, hotel), stay, state, Asked.of(day, list, null), locale, redirect);
    }

    @GetMapping("/stays/{stay}/late-check-out")
    @Requires(Permission.REGISTRATION_WRITE)
    ModelAndView lateCheckOut(
            @PathVariable String conference,
            @PathVariable String hotel,
            @PathVariable UUID stay,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String list,
            Locale locale) {
        return late.draw(desks.ofStaff(conference, hotel), stay, Asked.of(day, list, null), locale);
    }

    @PostMapping("/stays/{stay}/late-check-out")
    @Requires(Permission.REGISTRATION_WRITE)
    ModelAndView saveLateCheckOut(
            @PathVariable String conference,
            @PathVariable String hotel,
            @PathVariable UUID stay,
            LatePage.Form form,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String list,
            Locale locale,
            RedirectAttributes redirect) {
        return late.save(desks.ofStaff(conference, hotel), stay, form, Asked.of(day, list, null), locale, redirect);
    }
}
