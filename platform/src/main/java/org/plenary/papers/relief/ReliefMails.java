package org.plenary.papers.relief;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.papers.committee.Reviewer;
import org.plenary.papers.committee.Reviewers;
import org.plenary.papers.review.Review;
import org.plenary.papers.review.ReviewDates;
import org.plenary.papers.review.Reviews;
import org.plenary.papers.submission.Papers;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;

/** Writes to reviewers who are asked to step in, and to those who need not review any more. No mail names a paper. */
@Component
class ReliefMails {
    private final Subjects subjects;
    private final ReviewDates dates;
    private final ConferenceApi conferences;
    private final Urls urls;
    private final Mails mails;

    ReliefMails(Subjects subjects, ReviewDates dates, ConferenceApi conferences, Urls urls, Mails mails) {
        this.subjects = subjects;
        this.dates = dates;
        this.conferences = conferences;
        this.urls = urls;
        this.mails = mails;
    }

    /** What is written about. */
    @Component
    record Subjects(Reviews reviews, Reviewers reviewers, Papers papers) {}

    @OutboundListener(id = "papers.mail-relief-asked")
    void on(ReliefAsked event) {
        var review = subjects.reviews().byId(event.review()).orElse(null);
        if (review == null || !review.isWithReviewer() || review.isSubmitted()) return;
        var due = dates.of(List.of(review.id())).get(review.id());
        var number = subjects.papers()
                .byId(review.paper())
                .map(paper -> paper.number())
                .orElse(0);
        if (due == null || number == 0) return;
        var conference = conferences.byId(event.conference());
        send(
                review,
                "relief-asked",
                event.at(),
                "/review/" + conference.slug() + "/papers/" + number + "/emergency",
                ReviewDates.at(conference, due).toString());
    }

    @OutboundListener(id = "papers.mail-review-taken")
    void on(ReviewTaken event) {
        var review = subjects.reviews().byId(event.review()).orElse(null);
        if (review == null || review.isWithReviewer()) return;
        var conference = conferences.byId(event.conference());
        send(review, "relief-taken", event.at(), "/review/" + conference.slug(), "");
    }

    private void send(Review review, String template, long at, String path, String due) {
        var reviewer = reviewer(review.conference(), review.reviewer());
        if (reviewer == null) return;
        var called = conferences.byId(review.conference()).name().in(reviewer.locale());
        mails.send(new Mails.Mail(
                template + ":" + review.id() + ":" + at,
                reviewer.email(),
                "mail/papers/" + template,
                reviewer.locale(),
                List.of(called),
                Map.of(
                        "name",
                        reviewer.name(),
                        "conference",
                        called,
                        "due",
                        due,
                        "link",
                        urls.tenant(Tenancy.require(), path).toString()),
                List.of()));
    }

    private @Nullable Reviewer reviewer(UUID conference, UUID id) {
        return subjects.reviewers()
                .byId(conference, id)
                .filter(Reviewer::isActive)
                .orElse(null);
    }
}
