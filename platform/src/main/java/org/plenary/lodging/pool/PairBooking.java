package org.plenary.lodging.pool;

import org.plenary.registration.OrderConfirmed;
import org.plenary.registration.OrderEnded;
import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;

/** Notices that one of two who agreed has a room by now, or does not come. */
@Component
class PairBooking {
    private final Pairing pairing;

    PairBooking(Pairing pairing) {
        this.pairing = pairing;
    }

    @OutboundListener(id = "lodging.pool-pair-booked")
    public void on(OrderConfirmed confirmed) {
        pairing.moveIn(confirmed.order());
    }

    @OutboundListener(id = "lodging.pool-pair-stays-away")
    public void on(OrderEnded ended) {
        pairing.stayAway(ended.order());
    }
}
