package org.plenary.registration.order;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends orders and frees what they hold. Whoever calls has made sure that nothing can be paid any more. */
@Component
class Ending {
    private final Orders orders;
    private final Places places;
    private final OrderEvents events;
    private final Clock clock;
    private final OrderChanges changes;

    Ending(Orders orders, Places places, OrderEvents events, Clock clock, OrderChanges changes) {
        this.orders = orders;
        this.places = places;
        this.events = events;
        this.clock = clock;
        this.changes = changes;
    }

    /** Ends an order whose hold has run out; false when it has not, or somebody is changing it now. */
    @Transactional
    public boolean expire(UUID id) {
        var now = clock.instant();
        var order = orders.lockUnlessBusy(id)
                .filter(o -> o.status().isOpen() && !o.expiresAt().isAfter(now));
        order.ifPresent(o -> end(o, OrderStatus.EXPIRED));
        return order.isPresent();
    }

    /** Cancels an order that nobody has paid. */
    @Transactional
    public void cancelUnpaid(UUID id) {
        cancelUnpaid(id, null);
    }

    /** @param why for the buyer; null when there is nothing to tell */
    @Transactional
    public void cancelUnpaid(UUID id, @Nullable String why) {
        var order = orders.lock(id).orElseThrow(() -> new Problem.NotFound("This order"));
        if (!order.status().isOpen()) throw changed();
        end(order, OrderStatus.CANCELLED, why);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void reject(OrderRow order) {
        end(order, OrderStatus.REJECTED);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void endConfirmed(OrderRow order, @Nullable String why) {
        end(order, OrderStatus.CANCELLED, why);
    }

    /** The order stands with what is left of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endLines(OrderRow order, Cancellation cancellation) {
        places.guard(order);
        orders.cancelLines(order.id(), cancellation, clock.instant());
        places.free(order, cancellation);
        dropChange(order);
    }

    private void end(OrderRow order, OrderStatus status) {
        end(order, status, null);
    }

    /** @param why for the buyer; null when there is nothing to tell */
    private void end(OrderRow order, OrderStatus status, @Nullable String why) {
        if (!order.status().mayBecome(status))
            throw new IllegalStateException("an order that is " + order.status() + " does not become " + status);
        orders.end(order.id(), status, clock.instant());
        places.free(order);
        dropChange(order);
        events.ended(order.id(), status == OrderStatus.CANCELLED, why);
    }

    /** A change that waits for its payment was made for the order as it was; a payment that comes all the same goes back. */
    private void dropChange(OrderRow order) {
        changes.pending(order.id()).ifPresent(change -> changes.end(change, ChangeStatus.CANCELLED, clock.instant()));
    }

    static Problem.Conflict changed() {
        return new Problem.Conflict("order_changed", "The order has changed meanwhile; look at it again.");
    }
}
