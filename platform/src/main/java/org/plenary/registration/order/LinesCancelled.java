package org.plenary.registration.order;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.registration.OrderChanged;
import org.plenary.tenancy.TenantId;

/**
 * Some lines of a confirmed order were cancelled; the order stands with the rest.
 *
 * @param refundMinor what goes back, in the order's currency
 * @param creditNote the document over it; null when nothing goes back
 * @param why for the buyer, in the order's language; null when the buyer knows
 */
public record LinesCancelled(
        TenantId tenant,
        UUID order,
        List<UUID> lines,
        long refundMinor,
        @Nullable UUID creditNote,
        @Nullable String why)
        implements OrderChanged {
    @Override
    public UUID happening() {
        // a line is cancelled once
        return lines.getFirst();
    }
}
