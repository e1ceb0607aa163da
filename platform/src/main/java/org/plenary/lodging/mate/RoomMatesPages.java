package org.plenary.lodging.mate;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
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

    private final BuyersRooms opening;
    private final RoomsOfOrder rooms;
    private final Sharing sharing;
    private final MateWords words;

    RoomMatesPages(BuyersRooms opening, RoomsOfOrder rooms, Sharing sharing, MateWords words) {
        this.opening = opening;
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
        return page(opening.open(conference, code, room, secret), locale);
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
        var opened = opening.open(conference, code, room, secret);
        var typed = email == null ? "" : email.strip();
        try {
            sharing.invite(opened.conference(), opened.order(), room, typed, name);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return refused(
                    page(opened, typed, name, locale), words.errors(e, locale), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Problem.TooMany e) {
            var why = words.text("lodging.mate.too-many", locale, Sharing.INVITATIONS_A_DAY);
            return refused(page(opened, typed, name, locale), Map.of("email", why), HttpStatus.TOO_MANY_REQUESTS);
        }
        return done(opened, redirect, words.text("lodging.mate.invited", locale, typed));
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
        var opened = opening.open(conference, code, room, secret);
        var guests = IntStream.range(0, MOST_GUESTS)
                .mapToObj(i -> values.getFirst("guests." + i))
                .takeWhile(Objects::nonNull)
                .toList();
        try {
            sharing.rename(opened.conference(), opened.order(), room, guests);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            var page = page(opened, locale).addObject("guests", guests);
            return refused(page, words.errors(e, locale), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return done(opened, redirect, words.text("lodging.mate.renamed", locale));
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
        var opened = opening.open(conference, code, room, secret);
        try {
            sharing.takeBack(opened.conference(), opened.order(), room, mate);
        } catch (Problem.Conflict e) {
            return refused(page(opened, locale), words.errors(e, locale), HttpStatus.CONFLICT);
        }
        return done(opened, redirect, words.text("lodging.mate.taken-back", locale));
    }

    private ModelAndView page(BuyersRooms.Opened opened, Locale locale) {
        return opened.page("lodging/room-mates", locale)
                .addObject("shown", rooms.one(opened.conference(), opened.order(), opened.room(), locale));
    }

    private ModelAndView page(BuyersRooms.Opened opened, String email, @Nullable String name, Locale locale) {
        return page(opened, locale)
                .addObject("typed", Map.of("email", email, "name", Objects.requireNonNullElse(name, "")));
    }

    private static ModelAndView refused(ModelAndView page, Map<String, String> errors, HttpStatus status) {
        page.setStatus(status);
        return page.addObject("fieldErrors", errors);
    }

    private static ModelAndView done(BuyersRooms.Opened opened, RedirectAttributes redirect, String said) {
        redirect.addFlashAttribute("flash", Flash.success(said));
        return opened.back("", redirect);
    }
}
