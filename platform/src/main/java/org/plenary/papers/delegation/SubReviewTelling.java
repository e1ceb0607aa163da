package org.plenary.papers.delegation;

import org.plenary.identity.AuditTrail;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down what is done to requests, and tells who has to know. */
@Component
class SubReviewTelling {
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    SubReviewTelling(AuditTrail audit, ApplicationEventPublisher events) {
        this.audit = audit;
        this.events = events;
    }

    /** @param what the end of a mail's name */
    void told(SubReview request, String what) {
        events.publishEvent(
                new SubReviewTold(Tenancy.require().id(), request.conference(), request.id(), what, request.version()));
    }

    /** For entries that name neither paper nor people: more of the staff read the audit trail than may know who reviews what. */
    AuditTrail audit() {
        return audit;
    }
}
