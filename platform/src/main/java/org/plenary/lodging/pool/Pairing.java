package org.plenary.lodging.pool;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;
import org.plenary.lodging.mate.MovingIn;
import org.plenary.registration.AdditionRule;
import org.plenary.registration.BuyersOrders.Opened;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * Two who agreed without a room find one: whoever books first has the other one in it at once. All that happens to a pair happens under
 * the lock of its row, so a room for both is booked once.
 */
@Component
class Pairing implements AdditionRule {
    private final PairRows rows;
    private final MovingIn movingIn;
    private final ConferenceApi conferences;
    private final ApplicationEventPublisher events;

    Pairing(PairRows rows, MovingIn movingIn, ConferenceApi conferences, ApplicationEventPublisher events) {
        this.rows = rows;
        this.movingIn = movingIn;
        this.conferences = conferences;
        this.events = events;
    }

    /** How far the room of two who agreed has come. */
    enum Step {
        NOBODY,
        MINE,
        THEIRS
    }

    /** Who agreed with somebody, while there is no room that is certain. */
    @Transactional(readOnly = true)
    public Optional<Pair> of(UUID order) {
        return rows.open(order);
    }

    @Transactional(readOnly = true)
    public Step step(Pair pair, UUID order) {
        if (rows.isBooked(pair, order)) return Step.MINE;
        return rows.isBooked(pair, pair.mateOf(order).order()) ? Step.THEIRS : Step.NOBODY;
    }

    /** @throws Problem.Conflict {@code mate_has_booked} when the other one holds or has booked the room for both */
    @Override
    @Transactional
    public void check(ConferenceView conference, UUID to, Map<String, JsonNode> parts) {
        var rooms = parts.get("rooms");
        if (rooms == null || !rooms.isArray()) return;
        var family = rows.family(to);
        for (var pair : rows.lock(family)) {
            var mine = family.contains(pair.one().order()) ? pair.one() : pair.other();
            var mate = pair.mateOf(mine.order());
            for (var i = 0; i < rooms.size(); i++)
                if (isFor(rooms.get(i), mate.name(), pair) && rows.isBooked(pair, mate.order())) {
                    var detail = "The other one has booked the room for both of you already.";
                    throw new Problem.Conflict(
                            "mate_has_booked",
                            detail,
                            List.of(new Violation("/rooms/" + i + "/guests", "mate_has_booked", detail)));
                }
        }
    }

    private static boolean isFor(JsonNode wish, String mate, Pair pair) {
        var isNamed = false;
        for (var guest : wish.path("guests"))
            isNamed |= guest.asString("").strip().equals(mate);
        // Days in this form are in the order of time; what is no day is refused later.
        return isNamed
                && wish.path("check_in").asString("").compareTo(pair.checkOut().toString()) < 0
                && wish.path("check_out").asString("").compareTo(pair.checkIn().toString()) > 0;
    }

    /**
     * What one of them booked is the room of both, when the other one is named in it or there is a bed left. The same once more changes
     * nothing.
     *
     * @param order that is certain by now
     */
    @Transactional
    public void moveIn(UUID order) {
        var family = rows.family(order);
        for (var pair : rows.lock(family)) {
            if (!pair.isOpen()) continue;
            var booker = family.contains(pair.one().order()) ? pair.one() : pair.other();
            var mate = pair.mateOf(booker.order());
            rows.rooms(pair, order).stream()
                    .flatMap(room -> moveIn(pair, room, booker, mate).stream())
                    .findFirst()
                    .ifPresent(joined -> {
                        rows.share(pair.id(), joined);
                        events.publishEvent(new PoolMatched(
                                Tenancy.require().id(), pair.conference(), joined, order, mate.order(), joined));
                    });
        }
    }

    private Optional<UUID> moveIn(Pair pair, UUID room, Pair.Person booker, Pair.Person mate) {
        var conference = conferences.byId(pair.conference());
        return movingIn.joinNamed(conference, room, mate.order(), mate.name(), booker.name());
    }

    /**
     * The two do not share after all; the other one is told. The same once more changes nothing.
     *
     * @throws Problem.Conflict {@code room_is_booked} when there is a room for both by now: they leave that
     */
    @Transactional
    public void stepBack(Opened order) {
        for (var pair : rows.lock(List.of(order.id()))) {
            if (!pair.isOpen()) continue;
            if (rows.isBooked(pair, order.id()))
                throw new Problem.Conflict("room_is_booked", "There is a room for both of you by now.");
            end(pair, order.id());
        }
    }

    /** In the transaction of who erases what is known of these orders. */
    public void erase(Collection<UUID> orders) {
        for (var pair : rows.lock(orders))
            end(
                    pair,
                    orders.contains(pair.one().order())
                            ? pair.one().order()
                            : pair.other().order());
    }

    /** Whoever does not come shares no room. @param order that ended */
    @Transactional
    public void stayAway(UUID order) {
        rows.lock(List.of(order)).forEach(pair -> end(pair, order));
    }

    /** Forgets the pairs whose nights have begun. */
    @Transactional
    public int forget(LocalDate today) {
        return rows.forget(today);
    }

    private void end(Pair pair, UUID by) {
        rows.delete(pair.id());
        if (pair.isOpen())
            events.publishEvent(new PairEnded(
                    Tenancy.require().id(),
                    pair.conference(),
                    pair.id(),
                    pair.mateOf(by).order(),
                    pair.person(by).name()));
    }
}
