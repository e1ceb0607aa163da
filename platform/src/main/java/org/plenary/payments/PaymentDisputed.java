package org.plenary.payments;

import java.util.UUID;
import org.joda.money.Money;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** The bank of the payer of a subject wants a payment back, or has decided about it. Each state is told once. */
public record PaymentDisputed(TenantId tenant, UUID dispute, UUID payment, UUID subject, Money amount, State state)
        implements TenantEvent {
    public enum State {
        OPENED,
        WON,
        LOST
    }
}
