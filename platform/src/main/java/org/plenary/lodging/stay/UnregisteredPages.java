package org.plenary.lodging.stay;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Page;
import org.plenary.registration.AccessLog;
import org.plenary.registration.AccessLog.Seen;
import org.plenary.registration.AccessLog.Way;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Rooms without a registration, for organizers: they write to whom it is, or cancel the room. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/hotels/unregistered")
@Requires(Permission.REGISTRATION_READ)
class UnregisteredPages {
    private final ConferenceApi conferences;
    private final UnregisteredGuests guests;
    private final Reminding reminding;
    private final StayWords words;
    private final AccessLog log;

    UnregisteredPages(
            ConferenceApi conferences, UnregisteredGuests guests, Reminding reminding, StayWords words, AccessLog log) {
        this.conferences = conferences;
        this.guests = guests;
        this.reminding = reminding;
        this.words = words;
        this.log = log;
    }

    @GetMapping
    ModelAndView list(
            @PathVariable String conference, @RequestParam(required = false) @Nullable String after, Locale locale) {
        var found = conferences.bySlug(conference);
        var rows = guests.page(found.id(), cursor(after), Page.DEFAULT_LIMIT + 1, locale);
        var page = Page.of(rows, Page.DEFAULT_LIMIT, row -> row.id().toString());
        log.record(Seen.list(found.id(), Way.PAGE, "rooming-list", page.items().size(), Map.of()));
        var base = "/manage/conferences/" + found.slug() + "/hotels/unregistered";
        return new ModelAndView("lodging/unregistered")
                .addObject("slug", found.slug())
                .addObject("guests", page.items())
                .addObject("first", after == null ? null : base)
                .addObject("next", page.next() == null ? null : base + "?after=" + page.next());
    }

    @PostMapping("/{booking}/reminder")
    @Requires(Permission.REGISTRATION_WRITE)
    String remind(
            @PathVariable String conference, @PathVariable UUID booking, Locale locale, RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var guest = guests.find(found.id(), booking, locale).orElseThrow(() -> new Problem.NotFound("This room"));
        reminding.remind(found.id(), guest);
        redirect.addFlashAttribute("flash", Flash.success(words.text("lodging.stay.reminded", locale, guest.email())));
        return "redirect:/manage/conferences/" + found.slug() + "/hotels/unregistered";
    }

    private static @Nullable UUID cursor(@Nullable String after) {
        if (after == null) return null;
        try {
            return UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw new Problem.NotFound("This page of the list");
        }
    }

    /** The mail goes out by a job; that it was asked for is written down with it. */
    @Component
    static class Reminding {
        private final ApplicationEventPublisher events;
        private final AuditTrail audit;
        private final Clock clock;

        Reminding(ApplicationEventPublisher events, AuditTrail audit, Clock clock) {
            this.events = events;
            this.audit = audit;
            this.clock = clock;
        }

        @Transactional
        public void remind(UUID conference, UnregisteredGuests.Guest guest) {
            events.publishEvent(new UnregisteredReminded(
                    Tenancy.require().id(), conference, guest.order(), guest.id(), clock.instant()));
            audit.record("room.reminded", guest.code(), Map.of("booking", guest.id()));
        }
    }
}
