package org.plenary.papers.submission;

import java.util.List;
import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/**
 * Authors may know what was decided about their papers.
 *
 * @param papers of one conference, at most {@link Deciding#AT_ONCE}
 * @param at in milliseconds; names this announcement
 */
public record DecisionsAnnounced(TenantId tenant, UUID conference, List<UUID> papers, long at) implements TenantEvent {
    public DecisionsAnnounced {
        papers = List.copyOf(papers);
    }
}
