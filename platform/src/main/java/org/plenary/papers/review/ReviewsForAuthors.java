package org.plenary.papers.review;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.web.Phrases;
import org.plenary.papers.committee.ReviewPlan;
import org.plenary.papers.committee.ReviewPlans;
import org.plenary.papers.submission.AuthorLinks;
import org.plenary.papers.submission.AuthorPart;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.Papers;
import org.plenary.tenancy.OutboundListener;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/** Tells authors that they can read their reviews: by a mail, and on their own page. */
@Component
class ReviewsForAuthors implements AuthorPart {
    private static final int PAGE = 200;

    private final ReviewPlans plans;
    private final Reviews reviews;
    private final Phrases phrases;
    private final AuthorWriting writing;
    private final Clock clock;

    ReviewsForAuthors(ReviewPlans plans, Reviews reviews, Phrases phrases, AuthorWriting writing, Clock clock) {
        this.plans = plans;
        this.reviews = reviews;
        this.phrases = phrases;
        this.writing = writing;
        this.clock = clock;
    }

    /** How authors are written to. */
    @Component
    record AuthorWriting(ConferenceApi conferences, Papers papers, AuthorLinks links, Mails mails) {}

    @Override
    public Optional<Line> of(ConferenceView conference, Paper paper, Locale locale) {
        var plan = plans.of(conference.id());
        if (plan.shownAt() == null || !isReviewed(paper)) return Optional.empty();
        var answers = plan.takesRebuttals(clock.instant());
        var text = answers
                ? phrases.text("papers.author-reviews.line-answer", locale, String.valueOf(plan.rebuttalUntil()))
                : phrases.text("papers.author-reviews.line", locale);
        return Optional.of(new Line(text, phrases.text("papers.author-reviews.open", locale), "/reviews"));
    }

    /** An address that is refused does not keep the others from their mail; the whole is tried again then. */
    @OutboundListener(id = "papers.mail-reviews-shown")
    void on(ReviewsShown event) {
        var plan = plans.of(event.conference());
        if (plan.shownAt() == null) return;
        var conference = writing.conferences().byId(event.conference());
        MailException failed = null;
        List<Paper> page;
        var after = 0;
        do {
            page = writing.papers().list(conference.id(), null, null, after, PAGE);
            var reviewed = reviews.reviewed(page.stream().map(Paper::id).toList());
            for (var paper : page) {
                after = paper.number();
                try {
                    if (reviewed.contains(paper.id())) tell(conference, plan, paper, event.at());
                } catch (MailException e) {
                    failed = e;
                }
            }
        } while (page.size() == PAGE);
        if (failed != null) throw failed;
    }

    private boolean isReviewed(Paper paper) {
        return reviews.of(paper.id()).stream().anyMatch(Review::isSubmitted);
    }

    private void tell(ConferenceView conference, ReviewPlan plan, Paper paper, long at) {
        var author = paper.content().corresponding().orElse(null);
        if (author == null || author.email() == null) return;
        var name = conference.name().in(paper.locale());
        var until = plan.takesRebuttals(clock.instant()) ? String.valueOf(plan.rebuttalUntil()) : "";
        writing.mails()
                .send(new Mails.Mail(
                        "reviews-shown:" + at + ":" + paper.id(),
                        author.email(),
                        "mail/papers/reviews-shown",
                        paper.locale(),
                        List.of(String.valueOf(paper.number()), name),
                        Map.of(
                                "name", author.name(),
                                "conference", name,
                                "number", String.valueOf(paper.number()),
                                "title", paper.content().title(),
                                "until", until,
                                "link", writing.links().of(conference, paper, "/reviews")),
                        List.of()));
    }
}
