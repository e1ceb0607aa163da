package org.plenary.lodging.mate;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.RateLimits;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.registration.BuyersOrders.Opened;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fills the free beds of a room: the buyer asks, the other one agrees. All that changes who sleeps in a room happens under the
 * lock of its row, so the last bed is given once. The price is the room's and stays.
 */
@Component
class Sharing {
    private static final Duration A_DAY = Duration.ofDays(1);
    static final int INVITATIONS_A_DAY = 10;
    private static final int LONGEST_NAME = 200;

    private final MateRows rows;
    private final RateLimits limits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Sharing(MateRows rows, RateLimits limits, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.limits = limits;
        this.events = events;
        this.clock = clock;
    }

    /** Only a paid room has beds to give: nobody is written to in the name of an order that may come to nothing. */
    boolean takesMates(ConferenceView conference, Room room) {
        return room.takesMates(LocalDate.ofInstant(clock.instant(), conference.timeZone()));
    }

    /**
     * @throws Problem.InvalidInput at {@code /email} or {@code /name}
     * @throws Problem.Conflict {@code room_over} when the room takes nobody any more
     * @throws Problem.TooMany when this order has invited too many people today
     */
    @Transactional
    public void invite(ConferenceView conference, Opened order, UUID id, String email, @Nullable String name) {
        var called = name == null ? "" : name.strip();
        new Violations()
                .email("/email", email)
                .optionalText("/name", called, LONGEST_NAME)
                .throwIfAny();
        var room = lock(conference, order, id);
        if (!takesMates(conference, room)) throw new Problem.Conflict("room_over", "This room takes nobody any more.");
        new Violations()
                .check(room.freeBeds() > 0, "/email", "room_full", "Every bed in this room is taken.")
                .check(!isAsked(room, email), "/email", "already_invited", "This person is invited already.")
                .throwIfAny();
        limits.take("room-mates:" + order.id(), INVITATIONS_A_DAY, A_DAY);
        publish(conference, rows.invite(room.id(), called, email, clock.instant()), Mate.Status.INVITED);
    }

    private boolean isAsked(Room room, String email) {
        return rows.matesOf(List.of(room.id())).stream()
                .anyMatch(mate -> mate.status() == Mate.Status.INVITED && email.equalsIgnoreCase(mate.email()));
    }

    /**
     * Writes down who sleeps there, beside those who came by invitation: they are called as they call themselves.
     *
     * @throws Problem.InvalidInput at {@code /guests/0} and the following, or at {@code /guests}
     * @throws Problem.Conflict {@code room_over} after the day of check-in
     */
    @Transactional
    public void rename(ConferenceView conference, Opened order, UUID id, List<String> names) {
        var room = lock(conference, order, id);
        if (!takesMates(conference, room)) throw new Problem.Conflict("room_over", "This room takes nobody any more.");
        var found = new Violations();
        for (var i = 0; i < names.size(); i++) found.optionalText("/guests/" + i, names.get(i), LONGEST_NAME);
        var guests = new ArrayList<>(names.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList());
        guests.addAll(joined(room));
        found.check(!guests.isEmpty(), "/guests/0", "required", "This is required.");
        found.check(guests.size() <= room.occupancy(), "/guests/0", "room_full", "Every bed in this room is taken.");
        found.throwIfAny();
        rows.guests(room.id(), guests);
    }

    /** The names of those who came by invitation. */
    private List<String> joined(Room room) {
        return rows.matesOf(List.of(room.id())).stream()
                .filter(mate -> mate.status() == Mate.Status.JOINED)
                .map(Mate::name)
                .toList();
    }

    /**
     * Takes an invitation back, or a room-mate out of the room. What is over already stays as it is.
     *
     * @throws Problem.Conflict {@code mate_has_paid} for who has paid a part of it: they leave by themselves
     */
    @Transactional
    public void takeBack(ConferenceView conference, Opened order, UUID id, UUID mateId) {
        var room = lock(conference, order, id);
        var mate = rows.mate(mateId)
                .filter(each -> each.room().equals(room.id()))
                .orElseThrow(() -> new Problem.NotFound("This invitation"));
        if (mate.status() == Mate.Status.INVITED)
            rows.mark(mate.id(), Mate.Status.WITHDRAWN, mate.name(), null, clock.instant());
        if (mate.status() != Mate.Status.JOINED) return;
        if (rows.hasPaid(mate.id()))
            throw new Problem.Conflict("mate_has_paid", "This room-mate has paid a part of the room.");
        rows.guests(room.id(), room.without(mate.name()));
        // The address is forgotten once the mail that tells them has gone.
        rows.mark(mate.id(), Mate.Status.REMOVED, mate.name(), mate.email(), clock.instant());
        publish(conference, mate.id(), Mate.Status.REMOVED);
        gone(mate.id());
    }

    /**
     * Says yes. The same once more changes nothing.
     *
     * @return false when the invitation does not hold any more
     * @throws Problem.InvalidInput at {@code /name}, also when every bed was taken in the meantime
     */
    @Transactional
    public boolean accept(ConferenceView conference, Mate opened, @Nullable String name) {
        var called = name == null ? "" : name.strip();
        new Violations().text("/name", called, LONGEST_NAME).throwIfAny();
        var room = rows.lock(conference.id(), opened.room()).orElseThrow(() -> new Problem.NotFound("This room"));
        if (!isOpen(conference, room, opened.id())) return false;
        new Violations()
                .check(room.freeBeds() > 0, "/name", "room_full", "Every bed in this room is taken.")
                .throwIfAny();
        rows.guests(room.id(), room.with(called));
        rows.mark(opened.id(), Mate.Status.JOINED, called, opened.email(), clock.instant());
        publish(conference, opened.id(), Mate.Status.JOINED);
        return true;
    }

    /** Says no; the address is of no more use then. */
    @Transactional
    public boolean decline(ConferenceView conference, Mate opened) {
        var room = rows.lock(conference.id(), opened.room()).orElseThrow(() -> new Problem.NotFound("This room"));
        if (!isOpen(conference, room, opened.id())) return false;
        rows.mark(opened.id(), Mate.Status.DECLINED, opened.name(), null, clock.instant());
        publish(conference, opened.id(), Mate.Status.DECLINED);
        return true;
    }

    /** Leaves the room; its price stays with the buyer. The same once more changes nothing. */
    @Transactional
    public void leave(ConferenceView conference, Mate opened) {
        var room = rows.lock(conference.id(), opened.room()).orElseThrow(() -> new Problem.NotFound("This room"));
        var mate = rows.mate(opened.id()).orElseThrow();
        if (mate.status() != Mate.Status.JOINED) return;
        rows.guests(room.id(), room.without(mate.name()));
        rows.mark(mate.id(), Mate.Status.LEFT, mate.name(), null, clock.instant());
        publish(conference, mate.id(), Mate.Status.LEFT);
        gone(mate.id());
    }

    /** Read again under the lock: what the page knew may be over. */
    private boolean isOpen(ConferenceView conference, Room room, UUID mate) {
        return takesMates(conference, room) && rows.mate(mate).orElseThrow().status() == Mate.Status.INVITED;
    }

    private Room lock(ConferenceView conference, Opened order, UUID id) {
        return rows.lock(conference.id(), id)
                .filter(room -> room.order().equals(order.id()))
                .orElseThrow(() -> new Problem.NotFound("This room"));
    }

    private void gone(UUID mate) {
        events.publishEvent(new MateGone(Tenancy.require().id(), mate));
    }

    private void publish(ConferenceView conference, UUID mate, Mate.Status to) {
        events.publishEvent(new MateMoved(Tenancy.require().id(), conference.id(), mate, to));
    }
}
