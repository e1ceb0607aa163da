package org.plenary.billing.refund;

import org.plenary.billing.checkout.MoneyToReturn;
import org.plenary.tenancy.ModuleListener;
import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;

/** Carries refunds from their being written down to Stripe. */
@Component
class RefundListener {
    private final Settling settling;
    private final Refunding refunding;

    RefundListener(Settling settling, Refunding refunding) {
        this.settling = settling;
        this.refunding = refunding;
    }

    @ModuleListener(id = "billing.return-unwanted-money")
    public void on(MoneyToReturn owed) {
        settling.owe(owed);
    }

    /** Delivered again while Stripe cannot be reached. */
    @OutboundListener(id = "billing.ask-for-refund")
    public void on(RefundRequested requested) {
        refunding.send(requested.refund());
    }
}
