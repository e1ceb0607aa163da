package org.plenary.insights.dashboard;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.LocalizedText;
import org.plenary.lodging.Pickup;
import org.plenary.lodging.TourPickup;
import org.plenary.papers.PaperNumbers;
import org.plenary.registration.RegistrationNumbers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the modules count, as of one moment. */
@Component
class Statistics {
    private final RegistrationNumbers registrations;
    private final Pickup pickup;
    private final TourPickup tours;
    private final PaperNumbers papers;

    Statistics(RegistrationNumbers registrations, Pickup pickup, TourPickup tours, PaperNumbers papers) {
        this.registrations = registrations;
        this.pickup = pickup;
        this.tours = tours;
        this.papers = papers;
    }

    record Figures(Registrations registrations, Rooms rooms, List<Tour> tours, Papers papers) {}

    /** @param byDay confirmed delegates per day, days without any left out */
    record Registrations(
            int confirmed,
            int pending,
            int orders,
            Money taken,
            List<Money> takenInOthers,
            List<Day> byDay,
            List<FeeShare> byFee) {}

    record Day(LocalDate day, int delegates) {}

    record FeeShare(String fee, int delegates, @Nullable Integer capacity) {}

    /** @param block room nights contracted; @param taken room nights held or sold */
    record Rooms(int block, int taken, List<Night> nights) {
        public int percent() {
            return block == 0 ? 0 : Math.toIntExact(100L * taken / block);
        }
    }

    record Night(LocalDate date, int block, int taken) {}

    /** @param capacity null for no limit; @param taken places held or sold */
    record Tour(String key, LocalizedText name, @Nullable Integer capacity, int taken) {}

    record Papers(int submitted, int accepted, List<Count> byCountry, List<Count> byTrack) {}

    /** @param key empty for unknown */
    record Count(String key, int papers) {}

    @Transactional(readOnly = true)
    public Figures of(ConferenceView conference) {
        return new Figures(registrations(conference), rooms(conference), tours(conference), papers(conference));
    }

    private Registrations registrations(ConferenceView conference) {
        var numbers = registrations.of(conference.id());
        return new Registrations(
                numbers.confirmedDelegates(),
                numbers.pendingDelegates(),
                numbers.orders(),
                numbers.taken(),
                numbers.takenInOthers(),
                numbers.byDay().stream()
                        .map(day -> new Day(day.day(), day.delegates()))
                        .toList(),
                numbers.byFee().stream()
                        .map(share -> new FeeShare(share.name(), share.delegates(), share.capacity()))
                        .toList());
    }

    private Rooms rooms(ConferenceView conference) {
        var nights = pickup.of(conference.id()).stream()
                .map(night -> new Night(night.date(), night.block(), night.taken()))
                .toList();
        return new Rooms(
                nights.stream().mapToInt(Night::block).sum(),
                nights.stream().mapToInt(Night::taken).sum(),
                nights);
    }

    private List<Tour> tours(ConferenceView conference) {
        return tours.of(conference.id()).stream()
                .map(tour -> new Tour(tour.key(), tour.name(), tour.capacity(), tour.taken()))
                .toList();
    }

    private Papers papers(ConferenceView conference) {
        var numbers = papers.of(conference.id());
        return new Papers(
                numbers.submitted(), numbers.accepted(), counts(numbers.byCountry()), counts(numbers.byTrack()));
    }

    private static List<Count> counts(List<PaperNumbers.Count> counts) {
        return counts.stream()
                .map(count -> new Count(count.key(), count.papers()))
                .toList();
    }
}
