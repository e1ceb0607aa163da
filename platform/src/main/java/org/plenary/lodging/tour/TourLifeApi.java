package org.plenary.lodging.tour;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether a tour takes place, and who is on the bus. */
@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/tours/{tour}")
class TourLifeApi {
    private final TourFinder finder;
    private final TourLife life;
    private final TourFigures figures;
    private final Boarding boarding;

    TourLifeApi(TourFinder finder, TourLife life, TourFigures figures, Boarding boarding) {
        this.finder = finder;
        this.life = life;
        this.figures = figures;
        this.boarding = boarding;
    }

    /**
     * @param people whose places are certain: those that a cancellation concerns still
     * @param paid for them, in each currency
     * @param calledOff places that are gone again since the tour was cancelled
     */
    record Decision(
            TourState.Kind state,
            TourState.@Nullable Cause cause,
            int people,
            int orders,
            List<Money> paid,
            int calledOff) {}

    /** @param note for those who booked */
    record Cancel(@Nullable String note) {}

    record CheckIn(@Nullable String voucher) {}

    /** @param at the first time */
    record CheckedIn(String status, String name, GuestKind kind, String order, OffsetDateTime at) {}

    @GetMapping("/cancellation")
    @Requires(Permission.REGISTRATION_READ)
    Decision decision(@PathVariable String conference, @PathVariable String tour) {
        return decision(finder.find(conference, tour).tour());
    }

    /** The money goes back behind the scenes; the answer to a GET says how far it is. */
    @PostMapping("/cancellation")
    @Requires(Permission.REGISTRATION_WRITE)
    ResponseEntity<Decision> cancel(
            @PathVariable String conference,
            @PathVariable String tour,
            @RequestBody(required = false) @Nullable Cancel cancel) {
        var note = cancel == null || cancel.note() == null ? "" : cancel.note();
        var cancelled = life.cancel(finder.find(conference, tour).conference(), tour, note);
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(decision(cancelled));
    }

    /** It takes place with however few. */
    @PostMapping("/going-ahead")
    @Requires(Permission.REGISTRATION_WRITE)
    Decision keep(@PathVariable String conference, @PathVariable String tour) {
        return decision(life.keep(finder.find(conference, tour).conference(), tour));
    }

    @PostMapping("/check-ins")
    @Requires(Permission.REGISTRATION_WRITE)
    CheckedIn checkIn(
            @PathVariable String conference, @PathVariable String tour, @RequestBody CheckIn checkIn, Locale locale) {
        var found = finder.find(conference, tour);
        var boarded = boarding.board(found.conference(), found.tour(), checkIn.voucher(), locale);
        var place = boarded.place();
        return new CheckedIn(
                boarded.isFirst() ? "checked_in" : "already_checked_in",
                place.name(),
                place.kind(),
                place.orderCode(),
                boarded.at().atZone(found.conference().timeZone()).toOffsetDateTime());
    }

    private Decision decision(Tour tour) {
        var concerned = figures.concerned(tour);
        return new Decision(
                tour.state().kind(),
                tour.state().cause(),
                concerned.people(),
                concerned.orders(),
                concerned.paid(),
                figures.progress(tour).done());
    }
}
