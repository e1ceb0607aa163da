package org.plenary.registration.order;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.registration.OrderChanged;
import org.plenary.tenancy.TenantId;

/**
 * A delegate's answers were changed, or the place is somebody else's now.
 *
 * @param change names this very change
 * @param transfer whether it is somebody else, with a new ticket
 * @param paidMinor what was paid for it, in the order's currency
 * @param backMinor what goes back for it
 * @param document the invoice or credit note over the difference; null without one
 */
public record DelegateChanged(
        TenantId tenant,
        UUID change,
        UUID order,
        UUID delegate,
        boolean transfer,
        long paidMinor,
        long backMinor,
        @Nullable UUID document)
        implements OrderChanged {
    @Override
    public UUID happening() {
        return change;
    }
}
