package org.plenary.lodging.pool;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.lodging.mate.MovingIn;
import org.plenary.registration.BuyersOrders.Opened;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One asks, the other one says yes or no: neither is named before both have agreed. */
@Component
class Matching {
    static final int OPEN_AT_ONCE = 5;

    private final PoolRows rows;
    private final PairRows pairs;
    private final Suiting suiting;
    private final MovingIn movingIn;
    private final ApplicationEventPublisher events;

    Matching(PoolRows rows, PairRows pairs, Suiting suiting, MovingIn movingIn, ApplicationEventPublisher events) {
        this.rows = rows;
        this.pairs = pairs;
        this.suiting = suiting;
        this.movingIn = movingIn;
        this.events = events;
    }

    /**
     * The same once more changes nothing.
     *
     * @throws Problem.Conflict {@code no_longer_there} when the other one is out of the pool or does not suit any more, or
     *     {@code too_many_asked}
     */
    @Transactional
    public void ask(ConferenceView conference, Opened order, UUID other) {
        var me = require(order);
        var both = rows.lock(List.of(me.id(), other));
        if (!suiting.suits(conference, me.id(), other)) throw gone();
        if (rows.open(me.id()) >= OPEN_AT_ONCE)
            throw new Problem.Conflict("too_many_asked", "You have asked 5 people already; wait for an answer.");
        var asked = both.stream()
                .filter(each -> each.id().equals(other))
                .findFirst()
                .orElseThrow();
        rows.ask(me.id(), other)
                .ifPresent(request -> events.publishEvent(
                        new PoolAsked(Tenancy.require().id(), conference.id(), request, asked.order())));
    }

    @Transactional
    public void withdraw(Opened order, UUID request) {
        var me = require(order);
        rows.request(request).filter(each -> each.from().equals(me.id())).ifPresent(each -> rows.withdraw(each.id()));
    }

    @Transactional
    public void decline(ConferenceView conference, Opened order, UUID id) {
        var me = require(order);
        var request = asking(me, id).orElse(null);
        if (request == null) return;
        var asker = rows.lock(List.of(request.from()));
        rows.decline(request.id());
        for (var each : asker)
            events.publishEvent(new PoolDeclined(Tenancy.require().id(), conference.id(), request.id(), each.order()));
    }

    /**
     * Both agree: a bed that one of them has is the other one's from now on, and both are out of the pool. Without a room they are a pair
     * until one of them books it.
     *
     * @throws Problem.Conflict {@code no_longer_there} when it was withdrawn, or one of them found somebody else
     */
    @Transactional
    public void accept(ConferenceView conference, Opened order, UUID id) {
        var me = require(order);
        var from = asking(me, id).map(PoolRows.Request::from).orElseThrow(Matching::gone);
        var both = rows.lock(List.of(me.id(), from));
        var holds = both.size() == 2
                && rows.request(id).filter(each -> !each.declined()).isPresent();
        if (!holds || !suiting.suits(conference, me.id(), from)) throw gone();
        var host = both.stream().filter(each -> each.booking() != null).findFirst();
        var mate = host.map(each -> join(conference, each, other(both, each)));
        if (mate.isEmpty()) pairs.insert(Pair.of(Ids.next(), both.getFirst(), both.getLast()));
        both.forEach(this::endFor);
        events.publishEvent(new PoolMatched(
                Tenancy.require().id(),
                conference.id(),
                id,
                both.getFirst().order(),
                both.getLast().order(),
                mate.orElse(null)));
    }

    private UUID join(ConferenceView conference, Seeker host, Seeker guest) {
        var booking = host.booking();
        if (booking == null) throw new IllegalStateException("who has a bed has a room");
        return movingIn.join(conference, booking, guest.order(), guest.name());
    }

    private void endFor(Seeker seeker) {
        if (seeker.keeps()) rows.rest(seeker.id());
        else rows.delete(seeker.id());
    }

    private static Seeker other(List<Seeker> both, Seeker one) {
        return both.getFirst().equals(one) ? both.getLast() : both.getFirst();
    }

    private Optional<PoolRows.Request> asking(Seeker me, UUID id) {
        return rows.request(id).filter(each -> each.to().equals(me.id()) && !each.declined());
    }

    private Seeker require(Opened order) {
        return rows.ofOrder(order.id()).orElseThrow(() -> new Problem.NotFound("This entry of the pool"));
    }

    private static Problem.Conflict gone() {
        return new Problem.Conflict("no_longer_there", "This person does not look for a room-mate any more.");
    }
}
