package org.plenary.lodging.mate;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.registration.BuyersOrders;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of somebody who is asked to share a room: the room and who asks, and nothing else of the order. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/room-mates/{mate}")
class RoomInvitationPages {
    private final ConferenceApi conferences;
    private final MateLinks links;
    private final Sharing sharing;
    private final BuyersOrders orders;
    private final MateWords words;

    RoomInvitationPages(
            ConferenceApi conferences, MateLinks links, Sharing sharing, BuyersOrders orders, MateWords words) {
        this.conferences = conferences;
        this.links = links;
        this.sharing = sharing;
        this.orders = orders;
        this.words = words;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String conference,
            @PathVariable UUID mate,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale) {
        var found = conferences.bySlug(conference);
        return page(found, links.open(found, mate, secret), secret, locale);
    }

    @PostMapping("/acceptance")
    ModelAndView accept(
            @PathVariable String conference,
            @PathVariable UUID mate,
            @RequestParam(required = false) @Nullable String secret,
            @RequestParam(required = false) @Nullable String name,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var invitation = links.open(found, mate, secret);
        try {
            sharing.accept(found, invitation.mate(), name);
        } catch (Problem.InvalidInput e) {
            var view = page(found, invitation, secret, locale);
            view.addObject("typed", name == null ? "" : name);
            view.addObject("fieldErrors", words.errors(e, locale));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        return back(found, mate, secret, redirect);
    }

    @PostMapping("/refusal")
    ModelAndView decline(
            @PathVariable String conference,
            @PathVariable UUID mate,
            @RequestParam(required = false) @Nullable String secret,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        sharing.decline(found, links.open(found, mate, secret).mate());
        return back(found, mate, secret, redirect);
    }

    /** Gives the bed back after all. */
    @PostMapping("/departure")
    ModelAndView leave(
            @PathVariable String conference,
            @PathVariable UUID mate,
            @RequestParam(required = false) @Nullable String secret,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        sharing.leave(found, links.open(found, mate, secret).mate());
        return back(found, mate, secret, redirect);
    }

    private ModelAndView page(
            ConferenceView conference, MateLinks.Invitation invitation, @Nullable String secret, Locale locale) {
        var room = invitation.room();
        return new ModelAndView("lodging/room-invitation")
                .addObject("slug", conference.slug())
                .addObject("name", conference.name().in(locale))
                .addObject("secret", secret)
                .addObject("mate", invitation.mate().id())
                .addObject("typed", invitation.mate().name())
                .addObject("state", state(conference, invitation))
                .addObject("inviter", orders.byId(room.order()).buyer())
                .addObject("hotel", room.hotel().in(locale))
                .addObject("type", room.type().in(locale))
                .addObject("hasPart", invitation.hasPart())
                .addObject("room", room);
    }

    /** {@code open}, or why it is not any more. */
    private String state(ConferenceView conference, MateLinks.Invitation invitation) {
        if (!invitation.room().confirmed()) return "room-over";
        return switch (invitation.mate().status()) {
            case INVITED -> sharing.takesMates(conference, invitation.room()) ? "open" : "expired";
            case JOINED -> "joined";
            case DECLINED -> "declined";
            case LEFT -> "left";
            case WITHDRAWN, REMOVED -> "withdrawn";
        };
    }

    private static ModelAndView back(
            ConferenceView conference, UUID mate, @Nullable String secret, RedirectAttributes redirect) {
        redirect.addAttribute("secret", secret);
        return new ModelAndView("redirect:/c/" + conference.slug() + "/room-mates/" + mate);
    }
}
