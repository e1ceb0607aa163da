package org.plenary.billing.reconcile;

import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;

@Component
class BalanceListener {
    private final BalanceReading reading;

    BalanceListener(BalanceReading reading) {
        this.reading = reading;
    }

    @OutboundListener(id = "billing.read-balance")
    public void on(BalanceAsked asked) {
        reading.read(asked.account());
    }
}
