package org.plenary.billing.refund;

import org.plenary.billing.checkout.MoneyToReturn;
import org.plenary.tenancy.ModuleListener;
import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;

/** Carries refunds from their being written down to Stripe. */
@Component
class RefundListener {
    private final OwedRefunds owed;
    private final Refunding refunding;

    RefundListener(OwedRefunds owed, Refunding refunding) {
        this.owed = owed;
        this.refunding = refunding;
    }

    @ModuleListener(id = "billing.return-unwanted-money")
    public void on(MoneyToReturn unwanted) {
        owed.owe(unwanted);
    }

    /** Delivered again while Stripe cannot be reached. */
    @OutboundListener(id = "billing.ask-for-refund")
    public void on(RefundRequested requested) {
        refunding.send(requested.refund());
    }
}
