package org.plenary.lodging.tour;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.lodging.tour.TourState.Cause;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides whether tours take place (TRVL-01); what that means for those who booked is done afterwards. */
@Component
class TourLife {
    private static final int MAXIMUM_NOTE = 1000;

    private final Tours tours;
    private final TourFigures figures;
    private final Callers callers;
    private final AuditTrail audit;
    private final News news;

    TourLife(Tours tours, TourFigures figures, Callers callers, AuditTrail audit, News news) {
        this.tours = tours;
        this.figures = figures;
        this.callers = callers;
        this.audit = audit;
        this.news = news;
    }

    /** Tells what was decided, and when. */
    @Component
    record News(ApplicationEventPublisher events, Clock clock) {
        void tell(ConferenceView conference, Tour tour, boolean cancelled) {
            events.publishEvent(new TourMoved(Tenancy.require().id(), conference.id(), tour.id(), cancelled));
        }
    }

    /**
     * Cancels a tour; whoever cancels it again changes nothing.
     *
     * @param note for those who booked; empty for nothing
     */
    @Transactional
    public Tour cancel(ConferenceView conference, String key, String note) {
        new Violations().optionalText("/note", note, MAXIMUM_NOTE).throwIfAny();
        var by = callers.current().name();
        cancel(
                conference,
                key,
                TourState.cancelled(now(), by, Cause.ORGANIZER, note.strip()),
                tour -> !tour.isCancelled());
        return tours.find(conference.id(), key).orElseThrow();
    }

    /** Under the tour's lock: somebody may have booked, or decided, since it was looked at. */
    private void cancel(ConferenceView conference, String key, TourState state, Predicate<Tour> isMeant) {
        tours.decide(conference.id(), key, tour -> isMeant.test(tour) ? Optional.of(state) : Optional.empty())
                .ifPresent(tour -> {
                    var cause = Objects.requireNonNull(state.cause()).wire();
                    audit.record("tour.cancelled", key, Map.of("conference", conference.slug(), "cause", cause));
                    news.tell(conference, tour, true);
                });
    }

    /**
     * Has a tour take place with however few.
     *
     * @throws Problem.Conflict {@code tour_cancelled} when it is too late for that
     */
    @Transactional
    public Tour keep(ConferenceView conference, String key) {
        var by = callers.current().name();
        var kept =
                tours.decide(conference.id(), key, tour -> switch (tour.state().kind()) {
                    case OPEN -> Optional.of(TourState.kept(now(), by));
                    case KEPT -> Optional.empty();
                    case CANCELLED -> throw new Problem.Conflict("tour_cancelled", "This tour is cancelled.");
                });
        if (kept.isPresent()) audit.record("tour.kept", key, Map.of("conference", conference.slug()));
        return kept.or(() -> tours.find(conference.id(), key)).orElseThrow();
    }

    /** Does what the day asks for: a warning, or the end. */
    @Transactional
    public void review(ConferenceView conference, String key) {
        var now = now();
        var today = LocalDate.ofInstant(now, conference.timeZone());
        var tour = tours.find(conference.id(), key).orElse(null);
        if (tour == null || !isShort(tour)) return;
        var last = tour.details().minimumBy();
        if (last == null || today.isBefore(last.minusDays(tour.details().daysOfWarning()))) return;
        if (today.isAfter(last)) {
            cancel(conference, key, TourState.cancelled(now, "", Cause.MINIMUM, ""), this::isShort);
            return;
        }
        tours.decide(
                        conference.id(),
                        key,
                        each -> each.isAwaitingMinimum() && each.state().warnedAt() == null
                                ? Optional.of(each.state().warned(now))
                                : Optional.empty())
                .ifPresent(warned -> news.tell(conference, warned, false));
    }

    private Instant now() {
        return news.clock().instant();
    }

    private boolean isShort(Tour tour) {
        var minimum = tour.details().minimum();
        return tour.isAwaitingMinimum() && minimum != null && figures.confirmed(tour) < minimum;
    }
}
