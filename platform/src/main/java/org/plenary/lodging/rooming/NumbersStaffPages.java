package org.plenary.lodging.rooming;

import java.util.Locale;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.lodging.contact.HotelDesks;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The numbers of a hotel for the organizer's staff, who got them by telephone. */
@Controller
@TenantHost
@Requires(Permission.REGISTRATION_READ)
@RequestMapping("/manage/conferences/{conference}/hotels/{hotel}/numbers")
class NumbersStaffPages {
    private static final int LAST_PAGE = 10_000;

    private final HotelDesks desks;
    private final NumbersPage numbers;

    NumbersStaffPages(HotelDesks desks, NumbersPage numbers) {
        this.desks = desks;
        this.numbers = numbers;
    }

    @GetMapping
    ModelAndView list(
            @PathVariable String conference,
            @PathVariable String hotel,
            @RequestParam(defaultValue = "0") int page,
            Locale locale) {
        return numbers.draw(desks.ofStaff(conference, hotel), Math.clamp(page, 0, LAST_PAGE), locale);
    }

    @PostMapping
    @Requires(Permission.REGISTRATION_WRITE)
    ModelAndView save(
            @PathVariable String conference,
            @PathVariable String hotel,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam MultiValueMap<String, String> typed,
            Locale locale,
            RedirectAttributes redirect) {
        return numbers.save(desks.ofStaff(conference, hotel), Math.clamp(page, 0, LAST_PAGE), typed, locale, redirect);
    }
}
