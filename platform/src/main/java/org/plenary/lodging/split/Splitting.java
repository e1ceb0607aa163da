package org.plenary.lodging.split;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.lodging.mate.MovingIn;
import org.plenary.lodging.room.StayCosts;
import org.plenary.registration.BuyersOrders.Opened;
import org.plenary.registration.SharedCosts;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks a room-mate for their part of what a room costs, and takes it back. All who sleep there have equal parts, but for a minor
 * unit that does not divide: each part is taken out of what nobody else is asked for, so that together they are always what the room costs.
 */
@Component
class Splitting {
    private static final Duration A_WEEK = Duration.ofDays(7);

    private final SplitRows rows;
    private final StayCosts costs;
    private final SharedCosts shared;
    private final MovingIn mates;
    private final Told told;

    Splitting(SplitRows rows, StayCosts costs, SharedCosts shared, MovingIn mates, Told told) {
        this.rows = rows;
        this.costs = costs;
        this.shared = shared;
        this.mates = mates;
        this.told = told;
    }

    /** Tells, once the transaction is over, what became of a part. */
    @Component
    record Told(ApplicationEventPublisher events, Clock clock) {
        void of(UUID split, Split.Status to) {
            events.publishEvent(new SplitMoved(Tenancy.require().id(), split, to));
        }
    }

    /** @param room with {@code tax} what one who is asked now would pay */
    record Part(Money room, Money tax) {
        public Money total() {
            return room.plus(tax);
        }
    }

    /** What one of the room-mates would be asked for now; empty when there is nothing to share. */
    Optional<Part> part(UUID order, UUID booking) {
        return costs.of(order, booking)
                .map(found -> part(found, rows.ofRoom(booking)))
                .filter(part -> part.total().isPositive());
    }

    private Part part(StayCosts.Costs of, List<Split> splits) {
        var room = of.room();
        var tax = of.tax();
        // Whoever has paid a part and left has paid it all the same; their bed is somebody else's.
        var guests = of.stay().guests().size();
        for (var split : splits) {
            if (split.counts() && mates.isIn(split.mate())) guests--;
            if (!split.isOpen()) continue;
            room = room.minus(split.room());
            tax = tax.minus(split.tax());
        }
        var heads = Math.max(1, guests);
        return heads == 1 ? new Part(none(room), none(room)) : new Part(share(room, heads), share(tax, heads));
    }

    private static Money none(Money like) {
        return Money.zero(like.getCurrencyUnit());
    }

    private static Money share(Money whole, int heads) {
        var minor = Math.max(0, whole.getAmountMinorLong()) / heads;
        return Money.ofMinor(whole.getCurrencyUnit(), minor);
    }

    /**
     * The same once more changes nothing.
     *
     * @throws Problem.Conflict {@code nothing_to_share}, and as {@link SharedCosts#guard} does
     */
    @Transactional
    public void ask(ConferenceView conference, Opened order, UUID booking, UUID mate) {
        var before = costs.of(order.id(), booking).orElseThrow(() -> new Problem.NotFound("This room"));
        shared.guard(order.id(), before.lines());
        var of = costs.of(order.id(), booking).orElseThrow(() -> new Problem.NotFound("This room"));
        if (mates.in(booking).stream().noneMatch(each -> each.id().equals(mate)))
            throw new Problem.NotFound("This room-mate");
        var splits = rows.ofRoom(booking);
        if (splits.stream().anyMatch(each -> each.mate().equals(mate) && each.counts())) return;
        var part = part(of, splits);
        if (!part.total().isPositive())
            throw new Problem.Conflict("nothing_to_share", "There is nothing of this room to be shared.");
        var now = told.clock().instant();
        var split = new Split(
                Ids.next(),
                conference.id(),
                booking,
                mate,
                order.id(),
                null,
                part.room(),
                part.tax(),
                Split.Status.ASKED,
                until(conference, of, now));
        rows.insert(split, now);
        told.of(split.id(), Split.Status.ASKED);
    }

    /** A week, and not beyond the day of check-in. */
    private static Instant until(ConferenceView conference, StayCosts.Costs of, Instant now) {
        var arrival = of.stay().checkIn().atStartOfDay(conference.timeZone()).toInstant();
        var week = now.plus(A_WEEK);
        var until = week.isBefore(arrival) ? week : arrival;
        if (!until.isAfter(now))
            throw new Problem.Conflict("nothing_to_share", "There is nothing of this room to be shared.");
        return until;
    }

    /** Who has the room pays it all after all. What is paid stays paid. */
    @Transactional
    public void withdraw(Opened order, UUID id) {
        var split = rows.lock(id)
                .filter(each -> each.order().equals(order.id()))
                .orElseThrow(() -> new Problem.NotFound("This part"));
        if (split.isOpen()) end(split, Split.Status.WITHDRAWN);
    }

    /** The room-mate says no. */
    @Transactional
    public void decline(UUID mate) {
        rows.latestOf(mate)
                .flatMap(each -> rows.lock(each.id()))
                .filter(Split::isOpen)
                .ifPresent(split -> end(split, Split.Status.DECLINED));
    }

    private void end(Split split, Split.Status to) {
        rows.move(split.id(), to);
        told.of(split.id(), to);
    }
}
