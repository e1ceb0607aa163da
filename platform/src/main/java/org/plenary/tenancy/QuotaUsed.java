package org.plenary.tenancy;

import java.util.List;
import java.util.UUID;

/** Things that count for a quota are there for good and paid for; each is told once, or a few times more. */
public record QuotaUsed(TenantId tenant, Quota quota, List<UUID> units) implements TenantEvent {
    public QuotaUsed {
        units = List.copyOf(units);
    }
}
