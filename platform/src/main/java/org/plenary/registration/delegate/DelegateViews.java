package org.plenary.registration.delegate;

import java.util.Map;
import org.plenary.conference.SavedViews;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Permission;
import org.springframework.stereotype.Component;

/** The listings of delegates that are kept: those who may change registrations change what all share. */
@Component
class DelegateViews extends SavedViews {
    DelegateViews(Tools tools) {
        super(tools, "delegate_view", Permission.REGISTRATION_WRITE);
    }

    static Listing listing(Saved view) {
        return Listing.of(view.asked());
    }

    @Override
    protected void saved(AuditTrail audit, String id, Map<String, Object> details) {
        audit.record("delegate-view.saved", id, details);
    }

    @Override
    protected void deleted(AuditTrail audit, String id, Map<String, Object> details) {
        audit.record("delegate-view.deleted", id, details);
    }
}
