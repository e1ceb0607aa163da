package org.plenary.registration.order;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.registration.OrderChanged;
import org.plenary.tenancy.TenantId;

/**
 * Something else is in the place of what an order had of a seller.
 *
 * @param change names this very change
 * @param part of the seller
 * @param paidMinor what was paid for it, in the order's currency
 * @param backMinor what goes back for it
 * @param document the invoice or credit note over the difference; null without one
 */
public record PartChanged(
        TenantId tenant,
        UUID change,
        UUID order,
        String part,
        long paidMinor,
        long backMinor,
        @Nullable UUID document) implements OrderChanged {
    @Override
    public UUID happening() {
        return change;
    }
}
