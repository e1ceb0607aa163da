package org.plenary.lodging.pool;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.lodging.room.BookedStay;
import org.plenary.registration.BuyersOrders.Opened;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes people into the pool who want to be there, and lets them out again with nothing left behind. */
@Component
class Pool {
    private static final int LONGEST_STAY = 30;

    private final PoolRows rows;
    private final Grounds grounds;
    private final Suiting suiting;

    Pool(PoolRows rows, Grounds grounds, Suiting suiting) {
        this.rows = rows;
        this.grounds = grounds;
        this.suiting = suiting;
    }

    private record Nights(
            @Nullable LocalDate from, @Nullable LocalDate to) {}

    @Transactional(readOnly = true)
    public Optional<Seeker> of(Opened order) {
        return rows.ofOrder(order.id());
    }

    /**
     * Other answers take the place of those before.
     *
     * @throws Problem.InvalidInput naming everything that is wrong
     * @throws Problem.Conflict {@code pool_closed} when the pool is not open for this order
     */
    @Transactional
    public void join(ConferenceView conference, Opened order, PoolForm form) {
        var ground = grounds.of(conference, order);
        if (ground.isNone()) throw new Problem.Conflict("pool_closed", "There is no looking for a room-mate here.");
        var found = new Violations();
        var wishes = form.wishes(found);
        var bed = ground.beds().size() == 1
                ? ground.beds().getFirst()
                : ground.bed(form.get("room")).orElse(null);
        found.check(bed != null || ground.beds().isEmpty(), "/room", "required", "This is required.");
        var nights = nights(conference, form, bed, found);
        found.throwIfAny();
        var before = rows.ofOrder(order.id());
        rows.write(new Seeker(
                before.map(Seeker::id).orElseGet(Ids::next),
                conference.id(),
                order.id(),
                bed == null ? null : bed.id(),
                form.name(),
                Objects.requireNonNull(nights.from()),
                Objects.requireNonNull(nights.to()),
                Objects.requireNonNull(wishes),
                form.isTicked("keeps"),
                false));
    }

    private Nights nights(ConferenceView conference, PoolForm form, @Nullable BookedStay bed, Violations found) {
        if (bed != null) return new Nights(bed.checkIn(), bed.checkOut());
        var from = form.day("check_in");
        var to = form.day("check_out");
        found.required("/check_in", from).required("/check_out", to);
        if (from == null || to == null) return new Nights(from, to);
        found.check(!from.isBefore(suiting.today(conference)), "/check_in", "day_passed", "This day is over.")
                .check(to.isAfter(from), "/check_out", "before_arrival", "This is not after the first night.")
                .check(!to.isAfter(from.plusDays(LONGEST_STAY)), "/check_out", "stay_too_long", "At most 30 nights.");
        return new Nights(from, to);
    }

    /** All that was said is deleted, at once. */
    @Transactional
    public void leave(Opened order) {
        rows.ofOrder(order.id()).ifPresent(seeker -> rows.delete(seeker.id()));
    }

    /** Looks again with the answers that were kept. @throws Problem.Conflict {@code pool_closed} */
    @Transactional
    public void comeBack(ConferenceView conference, Opened order) {
        var seeker = rows.ofOrder(order.id()).orElseThrow(() -> new Problem.NotFound("This entry of the pool"));
        var ground = grounds.of(conference, order);
        var booking = seeker.booking();
        if (booking == null ? !ground.seeks() : !ground.has(booking))
            throw new Problem.Conflict("pool_closed", "There is no looking for a room-mate here.");
        rows.wake(seeker.id());
    }
}
