package org.plenary.papers.revision;

import java.util.List;
import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Authors may know that they are asked to revise. @param papers of one conference, few enough for one listener */
record RevisionsAsked(TenantId tenant, UUID conference, List<UUID> papers) implements TenantEvent {
    RevisionsAsked {
        papers = List.copyOf(papers);
    }
}
