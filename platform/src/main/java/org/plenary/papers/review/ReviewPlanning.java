package org.plenary.papers.review;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.papers.committee.ReviewPlan;
import org.plenary.papers.committee.ReviewPlans;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes how a conference reviews. */
@Component
class ReviewPlanning {
    private final ReviewPlans plans;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    ReviewPlanning(ReviewPlans plans, AuditTrail audit, ApplicationEventPublisher events) {
        this.plans = plans;
        this.audit = audit;
        this.events = events;
    }

    ReviewPlans.Versioned current(ConferenceView conference) {
        return plans.versioned(conference.id());
    }

    /** @throws org.plenary.kernel.Problem.Stale when somebody else has changed it since */
    @Transactional
    public void save(ConferenceView conference, ReviewPlan plan, long before) {
        plans.save(conference.id(), plan, before);
        record("review-plan.saved", conference);
    }

    /** Shows authors their reviews and tells them, or hides them again. Repeats safely. @param at null to hide them */
    @Transactional
    public void show(ConferenceView conference, @Nullable Instant at) {
        var current = plans.versioned(conference.id());
        if ((at == null) == (current.plan().shownAt() == null)) return;
        plans.save(conference.id(), current.plan().shown(at), current.version());
        record(at == null ? "reviews.hidden" : "reviews.shown", conference);
        if (at != null)
            events.publishEvent(new ReviewsShown(Tenancy.require().id(), conference.id(), at.toEpochMilli()));
    }

    private void record(String what, ConferenceView conference) {
        audit.record(what, conference.id().toString(), Map.of("conference", conference.slug()));
    }
}
