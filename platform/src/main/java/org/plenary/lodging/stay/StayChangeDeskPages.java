package org.plenary.lodging.stay;

import java.util.Locale;
import java.util.UUID;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.registration.BuyersOrders;
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

/** The page on which staff change a room of an order, after the cut-off too. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/orders/{code}/stays/{stay}")
@Requires(Permission.REGISTRATION_WRITE)
class StayChangeDeskPages {
    private final ConferenceApi conferences;
    private final BuyersOrders orders;
    private final StayDesk desk;

    StayChangeDeskPages(ConferenceApi conferences, BuyersOrders orders, StayDesk desk) {
        this.conferences = conferences;
        this.orders = orders;
        this.desk = desk;
    }

    @GetMapping
    ModelAndView form(
            @PathVariable String conference, @PathVariable String code, @PathVariable UUID stay, Locale locale) {
        return desk.filled(open(conference, code, stay), locale);
    }

    @PostMapping
    ModelAndView change(
            @PathVariable String conference,
            @PathVariable String code,
            @PathVariable UUID stay,
            @RequestParam MultiValueMap<String, String> values,
            RedirectAttributes redirect,
            Locale locale) {
        return desk.sent(open(conference, code, stay), values, redirect, locale);
    }

    private StayDesk.Page open(String slug, String code, UUID stay) {
        var conference = conferences.bySlug(slug);
        return desk.open(conference, orders.byCode(conference, code), stay, null);
    }
}
