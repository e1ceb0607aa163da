package org.plenary.lodging.split;

import java.net.URI;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.lodging.mate.MovingIn;
import org.plenary.lodging.room.StayCosts;
import org.plenary.registration.SharedCosts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The room-mate pays: first there is an order over their part, and once that is paid the room costs so much less. */
@Component
class Accepting {
    private final Committed committed;
    private final SharedCosts shared;

    Accepting(Committed committed, SharedCosts shared) {
        this.committed = committed;
        this.shared = shared;
    }

    /**
     * The same order when it was accepted before. Talks to the provider, so it holds no transaction.
     *
     * @throws Problem.InvalidInput at {@code /name}, {@code /email} or {@code /country}
     * @throws Problem.Conflict {@code part_over} when the part is not to be paid any more
     * @throws Problem.Unavailable when no payment can be started now; the part stays accepted
     */
    URI pay(ConferenceView conference, UUID mate, SharedCosts.Payer payer) {
        return shared.pay(conference, committed.accept(conference, mate, payer));
    }

    @Component("acceptingPart")
    static class Committed implements SharedCosts.Following {
        private static final int LONGEST_NAME = 200;

        private final SplitRows rows;
        private final StayCosts costs;
        private final SharedCosts shared;
        private final MovingIn mates;
        private final Splitting.Told told;

        Committed(SplitRows rows, StayCosts costs, SharedCosts shared, MovingIn mates, Splitting.Told told) {
            this.rows = rows;
            this.costs = costs;
            this.shared = shared;
            this.mates = mates;
            this.told = told;
        }

        @Transactional
        public UUID accept(ConferenceView conference, UUID mate, SharedCosts.Payer payer) {
            new Violations()
                    .text("/name", payer.name(), LONGEST_NAME)
                    .email("/email", payer.email())
                    .country("/country", payer.country())
                    .throwIfAny();
            var split =
                    rows.latestOf(mate).flatMap(each -> rows.lock(each.id())).orElseThrow(Committed::over);
            var known = split.share();
            if (split.status() == Split.Status.ACCEPTED && known != null) return known;
            var isTimely = split.until().isAfter(told.clock().instant());
            if (split.status() != Split.Status.ASKED || !isTimely || !mates.isIn(mate)) throw over();
            var of = costs.of(split.order(), split.booking()).orElseThrow(Committed::over);
            var parts = costs.part(of, split.room(), split.tax(), payer.locale());
            var placed = shared.place(conference, payer, parts, split.until());
            rows.accept(
                    split.id(),
                    placed.order(),
                    split.tax().isPositive() ? parts.getLast().line() : null);
            return placed.order();
        }

        /** What is paid too late, or for a room that is no longer shared, is called off at once, and goes back. */
        @Override
        @Transactional
        public void confirmed(UUID order) {
            var split = rows.lockOfShare(order).orElse(null);
            if (split == null) return;
            // Two may pay at the same time: what the room costs by now is read behind this.
            shared.lock(split.order());
            var moved = split.status() == Split.Status.ACCEPTED
                    && mates.isIn(split.mate())
                    && costs.of(split.order(), split.booking())
                            .filter(of -> !of.room().isLessThan(split.room())
                                    && !of.tax().isLessThan(split.tax()))
                            .filter(of -> shared.move(
                                    split.order(),
                                    "rooms",
                                    of.lines().getFirst(),
                                    costs.without(of, split.room(), split.tax())))
                            .isPresent();
            var to = moved ? Split.Status.PAID : Split.Status.RETURNED;
            rows.move(split.id(), to);
            told.of(split.id(), to);
        }

        private static Problem.Conflict over() {
            return new Problem.Conflict("part_over", "This part is not to be paid any more.");
        }
    }
}
