package org.plenary.lodging.mate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;
import org.plenary.registration.BuyersOrders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets somebody into a room with whom its buyer has agreed already. */
@Component
public class MovingIn {
    private final MateRows rows;
    private final MateLinks links;
    private final Sharing sharing;
    private final BuyersOrders orders;
    private final Clock clock;

    MovingIn(MateRows rows, MateLinks links, Sharing sharing, BuyersOrders orders, Clock clock) {
        this.rows = rows;
        this.links = links;
        this.sharing = sharing;
        this.orders = orders;
        this.clock = clock;
    }

    /** What both know of a room that they share. @param id of who joined @param order of who has the room @param mate who joined */
    public record Shared(
            UUID id,
            UUID order,
            LocalizedText hotel,
            LocalizedText type,
            LocalDate checkIn,
            LocalDate checkOut,
            String mate) {}

    /**
     * Under the lock of the room's row, as every change of who sleeps there.
     *
     * @param order of who joins
     * @return by which {@link #shared} and {@link #link} know them
     * @throws Problem.Conflict {@code room_over} or {@code room_full}
     */
    @Transactional
    public UUID join(ConferenceView conference, UUID room, UUID order, String name) {
        var locked = rows.lock(conference.id(), room).orElseThrow(() -> new Problem.NotFound("This room"));
        if (!sharing.takesMates(conference, locked))
            throw new Problem.Conflict("room_over", "This room takes nobody any more.");
        if (locked.freeBeds() == 0) throw new Problem.Conflict("room_full", "Every bed in this room is taken.");
        rows.guests(room, locked.with(name));
        return rows.join(room, order, name, orders.byId(order).email(), clock.instant());
    }

    /**
     * As {@link #join}, when the two agreed before there was a room: the other one may be named in it already, and has that bed.
     *
     * @param booker who has the room, as they are called there
     * @return empty when the room takes nobody any more, or other people have its beds
     */
    @Transactional
    public Optional<UUID> joinNamed(ConferenceView conference, UUID room, UUID order, String name, String booker) {
        var locked = rows.lock(conference.id(), room).orElse(null);
        if (locked == null || !sharing.takesMates(conference, locked)) return Optional.empty();
        var others = new ArrayList<>(locked.guests());
        others.remove(booker);
        if (!others.contains(name)) {
            if (locked.freeBeds() == 0) return Optional.empty();
            rows.guests(room, locked.with(name));
        }
        return Optional.of(rows.join(room, order, name, orders.byId(order).email(), clock.instant()));
    }

    /** Takes the names of those out who joined with one of these orders, and their addresses; in the caller's transaction. */
    public void erase(Collection<UUID> of) {
        for (var mate : rows.matesWith(of)) {
            rows.locked(mate.room()).ifPresent(room -> {
                if (mate.status() == Mate.Status.JOINED && !mate.name().isEmpty())
                    rows.guests(room.id(), room.without(mate.name()));
            });
            rows.erase(mate.id());
        }
    }

    /** Somebody who joined, or had joined. @param order of theirs; null when they were invited by mail @param email null once forgotten */
    public record Mover(
            UUID id,
            String name,
            @Nullable String email,
            @Nullable UUID order,
            boolean isIn) {}

    @Transactional(readOnly = true)
    public Mover find(UUID mate) {
        return mover(rows.mate(mate).orElseThrow());
    }

    /** @throws Problem.NotFound also when the secret is wrong */
    @Transactional(readOnly = true)
    public Mover open(ConferenceView conference, UUID mate, @Nullable String secret) {
        return mover(links.open(conference, mate, secret).mate());
    }

    @Transactional(readOnly = true)
    public boolean isIn(UUID mate) {
        return find(mate).isIn();
    }

    /** Those who share a room by now. */
    @Transactional(readOnly = true)
    public List<Mover> in(UUID room) {
        return rows.matesOf(List.of(room)).stream()
                .map(MovingIn::mover)
                .filter(Mover::isIn)
                .toList();
    }

    private static Mover mover(Mate mate) {
        return new Mover(mate.id(), mate.name(), mate.email(), mate.order(), mate.status() == Mate.Status.JOINED);
    }

    @Transactional(readOnly = true)
    public Shared shared(ConferenceView conference, UUID mate) {
        var found = rows.mate(mate).orElseThrow();
        return shared(found, rows.room(conference.id(), found.room()).orElseThrow());
    }

    /** The rooms that somebody with this order shares by now. */
    @Transactional(readOnly = true)
    public List<Shared> of(ConferenceView conference, UUID order) {
        return rows.matesWith(List.of(order)).stream()
                .filter(mate -> mate.status() == Mate.Status.JOINED)
                .flatMap(
                        mate -> rows
                                .room(conference.id(), mate.room())
                                .filter(Room::confirmed)
                                .map(room -> shared(mate, room))
                                .stream())
                .toList();
    }

    private static Shared shared(Mate mate, Room room) {
        return new Shared(
                mate.id(), room.order(), room.hotel(), room.type(), room.checkIn(), room.checkOut(), mate.name());
    }

    /** A new link to the page on which a room-mate sees the room, and leaves it. */
    public String link(ConferenceView conference, UUID mate) {
        return links.make(conference, mate);
    }
}
