package org.plenary.lodging.rooming;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.lodging.rooming.ConfirmedStays.Booked;
import org.plenary.registration.BuyersOrders.Opened;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks a hotel for a late check-out; the hotel answers. */
@Component
class LateAsking {
    private final ConfirmedStays booked;
    private final StayTicks ticks;
    private final Clock clock;

    LateAsking(ConfirmedStays booked, StayTicks ticks, Clock clock) {
        this.booked = booked;
        this.ticks = ticks;
        this.clock = clock;
    }

    /** @throws Problem.NotFound when the order has no such stay */
    Booked require(Opened order, UUID stay) {
        return booked.find(stay)
                .filter(found -> found.order().equals(order.id()))
                .orElseThrow(() -> new Problem.NotFound("This room"));
    }

    /** Until the day of check-out is over. */
    boolean isOpen(ConferenceView conference, HotelStay stay) {
        var today = LocalDate.ofInstant(clock.instant(), conference.timeZone());
        return !today.isAfter(stay.checkOut())
                && stay.state() != StayState.DEPARTED
                && stay.state() != StayState.NO_SHOW;
    }

    /**
     * Another wish takes the place of the one before, answered or not; the same one again changes nothing.
     *
     * @throws Problem.InvalidInput at {@code /until} or {@code /note}
     * @throws Problem.Conflict {@code stay_over} when the stay is over
     */
    @Transactional
    public void ask(ConferenceView conference, Opened order, UUID id, @Nullable LocalTime until, String note) {
        var stay = open(conference, order, id);
        new Violations()
                .required("/until", until)
                .optionalText("/note", note, StayTicks.LONGEST_NOTE)
                .throwIfAny();
        var wish = new LateCheckOut(LateCheckOut.State.REQUESTED, Objects.requireNonNull(until), note.strip());
        var before = stay.late();
        if (before != null
                && before.until().equals(wish.until())
                && before.note().equals(wish.note())) return;
        ticks.write(id, wish);
    }

    @Transactional
    public void withdraw(ConferenceView conference, Opened order, UUID id) {
        open(conference, order, id);
        ticks.write(id, null);
    }

    private HotelStay open(ConferenceView conference, Opened order, UUID id) {
        var stay = require(order, id).stay();
        if (!isOpen(conference, stay)) throw new Problem.Conflict("stay_over", "This stay is over.");
        return stay;
    }
}
