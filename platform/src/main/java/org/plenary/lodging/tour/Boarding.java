package org.plenary.lodging.tour;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets those with a voucher on the bus, each once (TRVL-02). */
@Component
class Boarding {
    private static final int MAXIMUM_CODE = 300;

    private final JdbcClient jdbc;
    private final TourPlaces places;
    private final Callers callers;
    private final AuditTrail audit;
    private final Clock clock;

    Boarding(JdbcClient jdbc, TourPlaces places, Callers callers, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.places = places;
        this.callers = callers;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param isFirst false when the place was ticked off before; {@code at} is the first time then */
    record Boarded(boolean isFirst, Place place, Instant at) {}

    /**
     * @param typed the code of a voucher, or the address that its QR code holds
     * @throws Problem.NotFound when there is no such voucher
     * @throws Problem.Conflict {@code voucher_not_valid} when its place is cancelled or not paid, or the tour does not take place;
     *     {@code voucher_of_other_tour}
     */
    @Transactional
    public Boarded board(ConferenceView conference, Tour tour, @Nullable String typed, Locale locale) {
        new Violations().text("/voucher", typed, MAXIMUM_CODE).throwIfAny();
        var code = code(Objects.requireNonNull(typed));
        var place = valid(conference, tour, code, locale);
        var isFirst = jdbc.sql("""
                UPDATE tour_place p SET boarded_at = :now, boarded_by = :by FROM tour_booking b
                WHERE b.id = p.booking_id AND p.code = :code AND b.tour_id = :tour AND b.status = 'confirmed'
                  AND p.boarded_at IS NULL""")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("by", callers.current().name())
                        .param("code", code)
                        .param("tour", tour.id())
                        .update()
                == 1;
        var now = places.byCode(conference.id(), code, locale).orElse(place);
        // It was cancelled between the two statements.
        if (!now.isConfirmed() || now.boardedAt() == null) throw notValid();
        return new Boarded(isFirst, now, now.boardedAt());
    }

    /** The place of a voucher that opens the door of this tour's bus. */
    @Transactional(readOnly = true)
    public Place valid(ConferenceView conference, Tour tour, String typed, Locale locale) {
        var place = places.byCode(conference.id(), code(typed), locale)
                .orElseThrow(() -> new Problem.NotFound("This voucher"));
        if (!place.tour().equals(tour.id()))
            throw new Problem.Conflict("voucher_of_other_tour", "This voucher is for another tour.");
        if (!place.isConfirmed() || tour.isCancelled()) throw notValid();
        return place;
    }

    /** Somebody was ticked off by mistake. */
    @Transactional
    public void undo(ConferenceView conference, Tour tour, String typed, Locale locale) {
        var place = valid(conference, tour, typed, locale);
        jdbc.sql(
                        "UPDATE tour_place SET boarded_at = NULL, boarded_by = NULL WHERE booking_id = :booking AND number = :n")
                .param("booking", place.booking())
                .param("n", place.number())
                .update();
        audit.record(
                "tour.boarding-undone",
                tour.key(),
                Map.of("conference", conference.slug(), "order", place.orderCode()));
    }

    private static Problem.Conflict notValid() {
        return new Problem.Conflict("voucher_not_valid", "This voucher is not valid any more.");
    }

    /** Scanners type the address in the QR code as it is. */
    static String code(String typed) {
        var at = typed.lastIndexOf("code=");
        return (at < 0 ? typed : typed.substring(at + "code=".length())).strip().toUpperCase(Locale.ROOT);
    }
}
