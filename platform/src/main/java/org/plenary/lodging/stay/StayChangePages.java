package org.plenary.lodging.stay;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Public;
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

/** The page on which who holds an order's link changes a room: its dates, its type, its guests. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/orders/{code}/stays/{stay}")
class StayChangePages {
    private final ConferenceApi conferences;
    private final BuyersOrders orders;
    private final StayDesk desk;

    StayChangePages(ConferenceApi conferences, BuyersOrders orders, StayDesk desk) {
        this.conferences = conferences;
        this.orders = orders;
        this.desk = desk;
    }

    @GetMapping
    ModelAndView form(
            @PathVariable String conference,
            @PathVariable String code,
            @PathVariable UUID stay,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale) {
        return desk.filled(open(conference, code, stay, secret), locale);
    }

    @PostMapping
    ModelAndView change(
            @PathVariable String conference,
            @PathVariable String code,
            @PathVariable UUID stay,
            @RequestParam MultiValueMap<String, String> values,
            RedirectAttributes redirect,
            Locale locale) {
        return desk.sent(open(conference, code, stay, values.getFirst("secret")), values, redirect, locale);
    }

    /** No secret opens nothing; it is never null behind this, for that is how staff are known. */
    private StayDesk.Page open(String slug, String code, UUID stay, @Nullable String secret) {
        var conference = conferences.bySlug(slug);
        return desk.open(conference, orders.open(conference, code, secret), stay, String.valueOf(secret));
    }
}
