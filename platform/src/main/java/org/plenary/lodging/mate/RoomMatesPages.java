package org.plenary.lodging.mate;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.registration.BuyersOrders;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The buyer's page of a room: who sleeps there, who is asked; opened by the order's secret link. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/orders/{code}/rooms/{room}")
class RoomMatesPages {
    private static final int MOST_GUESTS = 20;

    private final ConferenceApi conferences;
    private final BuyersOrders orders;
    private final RoomsOfOrder rooms;
    private final Sharing sharing;
    private final MateWords words;

    RoomMatesPages(
            ConferenceApi conferences, BuyersOrders orders, RoomsOfOrder rooms, Sharing sharing, MateWords words) {
        this.conferences = conferences;
        this.orders = orders;
        this.rooms = rooms;
        this.sharing = sharing;
        this.words = words;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String conference,
            @PathVariable String code,
            @PathVariable UUID room,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale) {
        return page(conference, code, room, secret, locale);
    }

    @PostMapping("/invitations")
    ModelAndView invite(
            @PathVariable String conference,
            @PathVariable String code,
            @PathVariable UUID room,
            @RequestParam(required = false) @Nullable String secret,
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable String name,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var order = orders.open(found, code, secret);
        var typed = email == null ? "" : email.strip();
        try {
            sharing.invite(found, order, room, typed, name);
        } catch (Problem.InvalidInput | Problem.Conflict | Problem.TooMany e) {
            var view = page(conference, code, room, secret, locale);
            view.addObject("typed", Map.of("email", typed, "name", name == null ? "" : name));
            view.addObject(
                    "fieldErrors",
                    e instanceof Problem.TooMany
                            ? Map.of("email", words.text("lodging.mate.too-many", locale, Sharing.INVITATIONS_A_DAY))
                            : words.errors(e, locale));
            view.setStatus(
                    e instanceof Problem.TooMany ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        redirect.addFlashAttribute("flash", Flash.success(words.text("lodging.mate.invited", locale, typed)));
        return back(found.slug(), order.code(), room, secret, redirect);
    }

    @PostMapping("/guests")
    ModelAndView rename(
            @PathVariable String conference,
            @PathVariable String code,
            @PathVariable UUID room,
            @RequestParam(required = false) @Nullable String secret,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var order = orders.open(found, code, secret);
        var guests = IntStream.range(0, MOST_GUESTS)
                .mapToObj(i -> values.getFirst("guests." + i))
                .takeWhile(Objects::nonNull)
                .toList();
        try {
            sharing.rename(found, order, room, guests);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            var view = page(conference, code, room, secret, locale);
            view.addObject("guests", guests);
            view.addObject("fieldErrors", words.errors(e, locale));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        redirect.addFlashAttribute("flash", Flash.success(words.text("lodging.mate.renamed", locale)));
        return back(found.slug(), order.code(), room, secret, redirect);
    }

    @PostMapping("/mates/{mate}/removal")
    ModelAndView takeBack(
            @PathVariable String conference,
            @PathVariable String code,
            @PathVariable UUID room,
            @PathVariable UUID mate,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var order = orders.open(found, code, secret);
        try {
            sharing.takeBack(found, order, room, mate);
        } catch (Problem.Conflict e) {
            var view = page(conference, code, room, secret, locale);
            view.addObject("fieldErrors", words.errors(e, locale));
            view.setStatus(HttpStatus.CONFLICT);
            return view;
        }
        redirect.addFlashAttribute("flash", Flash.success(words.text("lodging.mate.taken-back", locale)));
        return back(found.slug(), order.code(), room, secret, redirect);
    }

    private ModelAndView page(String slug, String code, UUID room, @Nullable String secret, Locale locale) {
        var conference = conferences.bySlug(slug);
        var order = orders.open(conference, code, secret);
        return new ModelAndView("lodging/room-mates")
                .addObject("slug", conference.slug())
                .addObject("name", conference.name().in(locale))
                .addObject("code", order.code())
                .addObject("secret", secret)
                .addObject("shown", rooms.one(conference, order, room, locale));
    }

    private static ModelAndView back(
            String slug, String code, UUID room, @Nullable String secret, RedirectAttributes redirect) {
        redirect.addAttribute("secret", secret);
        return new ModelAndView("redirect:/c/" + slug + "/orders/" + code + "/rooms/" + room);
    }
}
