package org.plenary.papers.review;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.papers.call.Deadline;
import org.plenary.papers.committee.ReviewPlans;
import org.plenary.papers.committee.Reviewer;
import org.plenary.papers.committee.Reviewers;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;

/** Writes to reviewers: that they were given papers, and that reviews are due. No mail names a paper. */
@Component
class ReviewMails {
    private final Reviewers reviewers;
    private final ReviewPlans plans;
    private final Where where;
    private final Mails mails;
    private final Clock clock;

    ReviewMails(Reviewers reviewers, ReviewPlans plans, Where where, Mails mails, Clock clock) {
        this.reviewers = reviewers;
        this.plans = plans;
        this.where = where;
        this.mails = mails;
        this.clock = clock;
    }

    /** Where reviewers are led. */
    @Component
    record Where(ConferenceApi conferences, Urls urls) {}

    @OutboundListener(id = "papers.mail-reviews-given")
    void on(ReviewsGiven event) {
        reviewers
                .byId(event.conference(), event.reviewer())
                .filter(Reviewer::isActive)
                .ifPresent(reviewer ->
                        send("reviews-given:" + event.at() + ":" + reviewer.id(), "reviews-given", reviewer, Map.of()));
    }

    /** @param when names the time of reminding, @param open how many reviews are not handed in */
    void remind(Reviewer reviewer, String when, Deadline due, int open) {
        var key = "reviews-due:" + when + ":" + reviewer.id();
        send(
                key,
                "reviews-due",
                reviewer,
                Map.of("open", open, "late", when.startsWith("late"), "due", due.toString()));
        reviewers.reminded(reviewer.id(), when, clock.instant());
    }

    private void send(String key, String template, Reviewer reviewer, Map<String, Object> more) {
        var conference = where.conferences().byId(reviewer.conference());
        var called = conference.name().in(reviewer.locale());
        var due = plans.of(conference.id()).reviewsUntil();
        var model = new HashMap<String, Object>();
        model.put("name", reviewer.name());
        model.put("conference", called);
        model.put("due", due == null ? "" : due.toString());
        model.putAll(more);
        model.put(
                "link",
                where.urls()
                        .tenant(Tenancy.require(), "/review/" + conference.slug())
                        .toString());
        mails.send(new Mails.Mail(
                key,
                reviewer.email(),
                "mail/papers/" + template,
                reviewer.locale(),
                List.of(called),
                model,
                List.of()));
    }
}
