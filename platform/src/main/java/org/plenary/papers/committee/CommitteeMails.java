package org.plenary.papers.committee;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.OutsidePeople;
import org.plenary.papers.committee.Reviewer.Standing;
import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;

/** Writes to people who are asked to review, and to those who said yes. */
@Component
class CommitteeMails {
    private final Reviewers reviewers;
    private final ConferenceApi conferences;
    private final ReviewerLinks links;
    private final OutsidePeople people;
    private final Mails mails;

    CommitteeMails(
            Reviewers reviewers, ConferenceApi conferences, ReviewerLinks links, OutsidePeople people, Mails mails) {
        this.reviewers = reviewers;
        this.conferences = conferences;
        this.links = links;
        this.people = people;
        this.mails = mails;
    }

    @OutboundListener(id = "papers.ask-reviewer")
    void on(ReviewerAsked event) {
        var reviewer = reviewers.byId(event.reviewer()).orElse(null);
        if (reviewer == null || reviewer.standing() != Standing.ASKED) return;
        var conference = conferences.byId(reviewer.conference());
        var key = "reviewer-asked:" + reviewer.id() + ":" + reviewer.askedAt().toEpochMilli();
        var most = String.valueOf(reviewer.seat().most());
        send(
                key,
                "reviewer-asked",
                reviewer,
                conference,
                Map.of("link", links.page(conference, reviewer), "most", most));
    }

    @OutboundListener(id = "papers.welcome-reviewer")
    void on(ReviewerAccepted event) {
        var reviewer = reviewers.byId(event.reviewer()).orElse(null);
        if (reviewer == null || reviewer.account() == null) return;
        var conference = conferences.byId(reviewer.conference());
        var password =
                people.passwordLink(reviewer.account()).map(Object::toString).orElse("");
        var key =
                "reviewer-accepted:" + reviewer.id() + ":" + reviewer.askedAt().toEpochMilli();
        var model = Map.<String, Object>of("link", links.desk(conference), "password", password);
        send(key, "reviewer-accepted", reviewer, conference, model);
    }

    private void send(
            String key, String template, Reviewer reviewer, ConferenceView conference, Map<String, Object> more) {
        var called = conference.name().in(reviewer.locale());
        var model = new HashMap<>(more);
        model.put("name", reviewer.name());
        model.put("conference", called);
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
