package org.plenary.fulltext;

import java.util.List;
import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Like {@link DocumentChanged} for many at once, at most 500: an import publishes some of these, not one per row. */
public record DocumentsChanged(TenantId tenant, String kind, List<UUID> ids) implements TenantEvent {
    public DocumentsChanged {
        ids = List.copyOf(ids);
    }
}
