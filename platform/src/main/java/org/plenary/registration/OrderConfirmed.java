package org.plenary.registration;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/**
 * An order is paid or free, and certain.
 *
 * @param group whether it is a group's; null in what was published before this was told
 */
public record OrderConfirmed(
        TenantId tenant, UUID order, @Nullable Boolean group) implements TenantEvent {
    /** Whether the people of a group may have to hear of it. */
    public boolean mayBeGroups() {
        return group == null || group;
    }
}
