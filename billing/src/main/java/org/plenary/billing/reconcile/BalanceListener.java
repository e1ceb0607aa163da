package org.plenary.billing.reconcile;

import org.plenary.billing.webhook.Undelivered;
import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;

@Component
class BalanceListener {
    private final BalanceReading reading;
    private final Undelivered undelivered;

    BalanceListener(BalanceReading reading, Undelivered undelivered) {
        this.reading = reading;
        this.undelivered = undelivered;
    }

    @OutboundListener(id = "billing.read-balance")
    public void on(BalanceAsked asked) {
        undelivered.catchUp(asked.account());
        reading.read(asked.account());
    }
}
