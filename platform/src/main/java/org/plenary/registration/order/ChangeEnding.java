package org.plenary.registration.order;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.plenary.kernel.Problem;
import org.plenary.payments.Payments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends changes that are not paid, and frees what they hold. Talks to the payment provider first, so it holds no transaction. */
@Component
public class ChangeEnding {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeEnding.class);
    private static final int AT_ONCE = 200;

    private final OrderChanges changes;
    private final Payments payments;
    private final Freeing freeing;
    private final Clock clock;

    ChangeEnding(OrderChanges changes, Payments payments, Freeing freeing, Clock clock) {
        this.changes = changes;
        this.payments = payments;
        this.freeing = freeing;
        this.clock = clock;
    }

    /** Ends those of the bound tenant whose time is up; returns how many. */
    public int sweep() {
        var ended = 0;
        for (var change : changes.expired(clock.instant(), AT_ONCE)) if (expire(change)) ended++;
        if (ended > 0) LOG.info("{} unpaid changes of orders expired", ended);
        return ended;
    }

    private boolean expire(UUID change) {
        try {
            return payments.close(change) && freeing.end(change, ChangeStatus.EXPIRED);
        } catch (Problem.Unavailable | Problem.Conflict e) {
            LOG.warn("whether change {} is paid cannot be known now; it keeps its places: {}", change, e.detail());
            return false;
        } catch (RuntimeException e) {
            LOG.error("change {} could not be expired", change, e);
            return false;
        }
    }

    /**
     * Drops the change of an order that waits; nothing happens when none does.
     *
     * @throws Problem.Conflict {@code already_paid}
     */
    void drop(UUID order) {
        var waiting = changes.pending(order);
        if (waiting.isEmpty()) return;
        if (!payments.close(waiting.get().id()))
            throw new Problem.Conflict("already_paid", "This change has just been paid; look at it again.");
        freeing.end(waiting.get().id(), ChangeStatus.CANCELLED);
    }

    @Component
    static class Freeing {
        private final Orders orders;
        private final OrderChanges changes;
        private final Places places;
        private final Clock clock;

        Freeing(Orders orders, OrderChanges changes, Places places, Clock clock) {
            this.orders = orders;
            this.changes = changes;
            this.places = places;
            this.clock = clock;
        }

        /** False when it has ended meanwhile, or its hold was made longer. */
        @Transactional
        public boolean end(UUID id, ChangeStatus status) {
            var order = orders.lock(changes.find(id).orElseThrow().order()).orElseThrow();
            var change = changes.find(id).orElseThrow();
            var now = clock.instant();
            if (change.status() != ChangeStatus.PENDING) return false;
            if (status == ChangeStatus.EXPIRED && change.expiresAt().isAfter(now)) return false;
            places.guard(order);
            var held = changes.held(order.id());
            changes.end(change, status, now);
            places.exchange(order.conference(), Map.of(), held);
            return true;
        }
    }
}
