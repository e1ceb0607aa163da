package org.plenary.registration.calloff;

import java.util.UUID;
import org.plenary.kernel.Problem;
import org.plenary.registration.OrderConfirmed;
import org.plenary.registration.order.EndedConferenceOrders;
import org.plenary.tenancy.ModuleListener;
import org.plenary.tenancy.OutboundListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends the orders of a cancelled conference one after the other, each in a transaction of its own together with its mark that it is
 * done. Stopped anywhere it goes on from there, and as many as like may do it at once.
 */
@Component
class CallOffRunning {
    private static final Logger LOG = LoggerFactory.getLogger(CallOffRunning.class);
    private static final int AT_ONCE = 50;

    private final CallOffs callOffs;
    private final CancelledOrders list;
    private final EndedConferenceOrders orders;
    private final OneOrder one;

    CallOffRunning(CallOffs callOffs, CancelledOrders list, EndedConferenceOrders orders, OneOrder one) {
        this.callOffs = callOffs;
        this.list = list;
        this.orders = orders;
        this.one = one;
    }

    @OutboundListener(id = "registration.call-off-conference")
    public void on(CallOffStarted started) {
        run(started.conference());
    }

    /** A payment in the last second, or one that came late, confirms an order that is to end all the same. */
    @ModuleListener(id = "registration.call-off-confirmed-order")
    public void on(OrderConfirmed confirmed) {
        var conference = callOffs.ofOrder(confirmed.order());
        if (conference.isPresent() && list.add(confirmed.order())) callOffs.reopen(conference.get());
    }

    /** @throws Problem.Unavailable when only those are left for which the provider cannot be asked now */
    void run(UUID conference) {
        while (callOffs.find(conference).filter(CallOff::isRunning).isPresent()) {
            var batch = list.waiting(conference, AT_ONCE);
            if (batch.isEmpty()) {
                if (list.collect(conference) > 0) continue;
                callOffs.finish(conference);
                return;
            }
            var moved = 0;
            Problem.Unavailable unavailable = null;
            for (var order : batch) {
                var callOff = callOffs.find(conference).orElseThrow();
                if (!callOff.isRunning()) return;
                try {
                    if (end(callOff, order)) moved++;
                } catch (Problem.Unavailable e) {
                    list.later(order, e.code());
                    unavailable = e;
                }
            }
            if (moved > 0) continue;
            if (unavailable != null) throw unavailable;
            // whoever works beside has the rest in hand
            return;
        }
    }

    /** False when somebody else does it. */
    private boolean end(CallOff callOff, UUID order) {
        try {
            return one.end(callOff, order, orders.close(order));
        } catch (Problem.Unavailable e) {
            throw e;
        } catch (Problem.Conflict e) {
            list.failed(order, e.code());
        } catch (RuntimeException e) {
            LOG.error("order {} of a cancelled conference could not be ended", order, e);
            list.failed(order, "unexpected");
        }
        return true;
    }

    /** The end of an order and the mark of it in one transaction. */
    @Component
    static class OneOrder {
        private final CancelledOrders list;
        private final EndedConferenceOrders orders;

        OneOrder(CancelledOrders list, EndedConferenceOrders orders) {
            this.list = list;
            this.orders = orders;
        }

        @Transactional
        public boolean end(CallOff callOff, UUID order, boolean closed) {
            if (!list.take(order)) return false;
            var ended = orders.end(order, closed, callOff.terms());
            if (ended.back() == null) list.failed(order, "being_paid");
            else list.done(order, ended.back());
            return true;
        }
    }
}
