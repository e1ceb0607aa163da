package org.plenary.registration.group;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.registration.order.OrderStatus;
import org.plenary.registration.order.PlaceTickets;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What somebody in a group sees of their own place beside the form. */
@Component
class PlaceScreen {
    private final PlaceMails.PlacePost post;
    private final NamingRules rules;
    private final PlaceTickets tickets;
    private final GroupDesk.DeskWords words;

    PlaceScreen(PlaceMails.PlacePost post, NamingRules rules, PlaceTickets tickets, GroupDesk.DeskWords words) {
        this.post = post;
        this.rules = rules;
        this.tickets = tickets;
        this.words = words;
    }

    ModelAndView page(ConferenceView conference, Place place, @Nullable String secret, Locale locale) {
        var group = post.group(place);
        return new ModelAndView("registration/group-place")
                .addObject("slug", conference.slug())
                .addObject("name", conference.name().in(locale))
                .addObject("startsOn", conference.startsOn())
                .addObject("endsOn", conference.endsOn())
                .addObject("organization", group.organization())
                .addObject("coordinator", group.order().contact().name())
                .addObject("paid", group.order().status() == OrderStatus.CONFIRMED)
                .addObject("takesNames", place.isLive() && !place.hasCome() && rules.isOpen(conference, false))
                .addObject("until", post.lastDay(conference))
                .addObject("here", path(conference, place.id(), "", secret))
                .addObject("ticketHref", path(conference, place.id(), "/ticket.pdf", secret))
                .addObject("calendarHref", path(conference, place.id(), "/calendar.ics", secret));
    }

    static String path(ConferenceView conference, UUID place, String more, @Nullable String secret) {
        return "/c/" + conference.slug() + "/places/" + place + more + "?secret="
                + URLEncoder.encode(secret == null ? "" : secret, StandardCharsets.UTF_8);
    }

    Flash saved(Place before, Locale locale) {
        return words.success(
                before.isNamed() ? "registration.group.place.corrected" : "registration.group.place.taken", locale);
    }

    Map<String, String> errors(Problem problem, Locale locale) {
        return words.errors(problem, locale);
    }

    ResponseEntity<byte[]> ticket(ConferenceView conference, Place place, Locale locale) {
        var ticket = place.ticket();
        if (ticket == null || !place.isLive()) throw new Problem.NotFound("The ticket");
        var code = post.group(place).order().code();
        return file(
                "ticket-" + code + ".pdf",
                "application/pdf",
                tickets.pdf(conference, post.holder(conference, place, ticket, locale), code, locale));
    }

    ResponseEntity<byte[]> calendar(ConferenceView conference, Locale locale) {
        return file(conference.slug() + ".ics", "text/calendar; charset=UTF-8", tickets.calendar(conference, locale));
    }

    static ResponseEntity<byte[]> file(String name, String type, byte[] content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .cacheControl(CacheControl.noStore())
                .body(content);
    }
}
