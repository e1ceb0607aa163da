package org.plenary.lodging.rooming;

import java.util.Locale;
import java.util.UUID;
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

/** The numbers of their hotel for people of the hotel to type in. */
@Controller
@TenantHost
@Requires(Permission.LODGING_HOTEL)
@RequestMapping("/hotel/{hotel}/numbers")
class NumbersHotelPages {
    private static final int LAST_PAGE = 10_000;

    private final HotelDesks desks;
    private final NumbersPage numbers;

    NumbersHotelPages(HotelDesks desks, NumbersPage numbers) {
        this.desks = desks;
        this.numbers = numbers;
    }

    @GetMapping
    ModelAndView list(@PathVariable UUID hotel, @RequestParam(defaultValue = "0") int page, Locale locale) {
        return numbers.draw(desks.ofContact(hotel), Math.clamp(page, 0, LAST_PAGE), locale);
    }

    @PostMapping
    ModelAndView save(
            @PathVariable UUID hotel,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam MultiValueMap<String, String> typed,
            Locale locale,
            RedirectAttributes redirect) {
        return numbers.save(desks.ofContact(hotel), Math.clamp(page, 0, LAST_PAGE), typed, locale, redirect);
    }
}
