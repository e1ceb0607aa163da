package org.plenary.registration.order;

import java.time.Clock;
import java.util.UUID;
import org.plenary.kernel.Problem;
import org.plenary.payments.Payments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Frees what unpaid orders hold when their time is up. */
@Component
public class HoldSweeper {
    private static final Logger LOG = LoggerFactory.getLogger(HoldSweeper.class);
    private static final int AT_ONCE = 200;

    private final Orders orders;
    private final Ending ending;
    private final Payments payments;
    private final Clock clock;

    HoldSweeper(Orders orders, Ending ending, Payments payments, Clock clock) {
        this.orders = orders;
        this.ending = ending;
        this.payments = payments;
        this.clock = clock;
    }

    /** Ends the bound tenant's expired orders, as many as are there; returns how many. */
    public int sweep() {
        var ended = 0;
        for (var order : orders.expired(clock.instant(), AT_ONCE)) if (end(order)) ended++;
        if (ended > 0) LOG.info("{} unpaid orders expired", ended);
        return ended;
    }

    /** The payment page is closed first: an order that was paid in the last second is left to its confirmation. */
    private boolean end(UUID order) {
        try {
            return payments.close(order) && ending.expire(order);
        } catch (Problem.Unavailable | Problem.Conflict e) {
            LOG.warn("whether order {} is paid cannot be known now; it keeps its places: {}", order, e.detail());
            return false;
        } catch (RuntimeException e) {
            LOG.error("order {} could not be expired", order, e);
            return false;
        }
    }
}
