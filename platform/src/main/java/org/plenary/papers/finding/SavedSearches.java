package org.plenary.papers.finding;

import java.util.Map;
import org.plenary.conference.SavedViews;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Permission;
import org.springframework.stereotype.Component;

/** The searches for papers that staff keep: those who may change papers change what all share. */
@Component
class SavedSearches extends SavedViews {
    SavedSearches(Tools tools) {
        super(tools, "paper_view", Permission.PAPERS_WRITE);
    }

    @Override
    protected void saved(AuditTrail audit, String id, Map<String, Object> details) {
        audit.record("paper-view.saved", id, details);
    }

    @Override
    protected void deleted(AuditTrail audit, String id, Map<String, Object> details) {
        audit.record("paper-view.deleted", id, details);
    }
}
