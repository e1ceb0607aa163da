package org.plenary.papers.delegation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.papers.committee.Reviewer;
import org.plenary.papers.committee.Reviewers;
import org.plenary.papers.delegation.SubReview.Standing;
import org.plenary.papers.review.Review;
import org.plenary.papers.review.ReviewDates;
import org.plenary.papers.review.Reviews;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.Papers;
import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;

/** Writes to people who are asked to write for a reviewer, and to the reviewer. No mail names a paper or an author. */
@Component
class SubReviewMails {
    private final SubReviews requests;
    private final ConferenceApi conferences;
    private final Sources sources;
    private final SubReviewLinks links;
    private final Mails mails;

    SubReviewMails(SubReviews requests, ConferenceApi conferences, Sources sources, SubReviewLinks links, Mails mails) {
        this.requests = requests;
        this.conferences = conferences;
        this.sources = sources;
        this.links = links;
        this.mails = mails;
    }

    /** Who asked, and for which paper. */
    @Component
    record Sources(Reviews reviews, Reviewers reviewers, Papers papers) {}

    /** What was withdrawn or forgotten meanwhile is not written about. */
    @OutboundListener(id = "papers.mail-sub-review")
    void on(SubReviewTold event) {
        var request = requests.byId(event.conference(), event.request()).orElse(null);
        if (request == null || request.email().isEmpty()) return;
        var isGone = request.standing() == Standing.WITHDRAWN;
        if (isGone != event.what().equals("withdrawn")) return;
        switch (event.what()) {
            case "asked", "back", "withdrawn" -> toAsked(request, event.what(), event.version());
            default -> toReviewer(request, event.what(), event.version());
        }
    }

    /** @param what {@code soon} or {@code late}, once of each day that was agreed */
    void remind(SubReview request, String what) {
        toAsked(request, what, request.due().getEpochSecond());
        if (what.equals("late")) toReviewer(request, what, request.due().getEpochSecond());
    }

    private void toAsked(SubReview request, String what, long time) {
        var conference = conferences.byId(request.conference());
        var model = model(conference, request, request.locale());
        model.put("name", request.name());
        model.put("what", what);
        model.put("note", request.note() == null ? "" : request.note());
        model.put("reviewer", reviewer(request));
        model.put("link", links.page(conference, request));
        send(request, "asked", what, time, request.email(), request.locale(), model);
    }

    private void toReviewer(SubReview request, String what, long time) {
        var conference = conferences.byId(request.conference());
        var reviewer = sources.reviews()
                .byId(request.review())
                .map(Review::reviewer)
                .flatMap(id -> sources.reviewers().byId(conference.id(), id))
                .filter(Reviewer::isActive)
                .orElse(null);
        var number = sources.papers().byId(request.paper()).map(Paper::number).orElse(0);
        if (reviewer == null || number == 0) return;
        var model = model(conference, request, reviewer.locale());
        model.put("name", reviewer.name());
        model.put("what", what);
        model.put("person", request.name());
        model.put("link", links.reviewer(conference, number));
        send(request, "news", what, time, reviewer.email(), reviewer.locale(), model);
    }

    private String reviewer(SubReview request) {
        return sources.reviews()
                .byId(request.review())
                .flatMap(review -> sources.reviewers().byId(request.conference(), review.reviewer()))
                .map(Reviewer::name)
                .orElse("");
    }

    private static Map<String, Object> model(ConferenceView conference, SubReview request, Locale locale) {
        var model = new HashMap<String, Object>();
        model.put("conference", conference.name().in(locale));
        model.put("due", ReviewDates.at(conference, request.due()).toString());
        return model;
    }

    private void send(
            SubReview request,
            String template,
            String what,
            long time,
            String to,
            Locale locale,
            Map<String, Object> model) {
        mails.send(new Mails.Mail(
                "sub-review-" + template + ":" + what + ":" + request.id() + ":" + time,
                to,
                "mail/papers/sub-review-" + template,
                locale,
                List.of(String.valueOf(model.get("conference"))),
                model,
                List.of()));
    }
}
