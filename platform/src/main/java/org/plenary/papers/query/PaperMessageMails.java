package org.plenary.papers.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plenary.communication.Mails;
import org.plenary.communication.MessageText;
import org.plenary.conference.ConferenceApi;
import org.plenary.papers.committee.Reviewer;
import org.plenary.papers.committee.Reviewers;
import org.plenary.papers.submission.AuthorLinks;
import org.plenary.papers.submission.Papers;
import org.plenary.papers.submission.ReachableAuthors;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/** Sends what chairs write to the people of papers, one mail each, once. */
@Component
class PaperMessageMails {
    private final ConferenceApi conferences;
    private final Authors authors;
    private final Reviewers reviewers;
    private final Urls urls;
    private final Mails mails;

    PaperMessageMails(ConferenceApi conferences, Authors authors, Reviewers reviewers, Urls urls, Mails mails) {
        this.conferences = conferences;
        this.authors = authors;
        this.reviewers = reviewers;
        this.urls = urls;
        this.mails = mails;
    }

    @Component
    record Authors(Papers papers, ReachableAuthors reachable, AuthorLinks links) {}

    /** An address that is refused does not keep the others from their mail; the whole is tried again then. */
    @OutboundListener(id = "papers.mail-message")
    void on(PaperMessage message) {
        var failed = message.audience().equals(PaperMessage.AUTHORS) ? toAuthors(message) : toReviewers(message);
        if (!failed.isEmpty()) throw failed.getLast();
    }

    private List<MailException> toAuthors(PaperMessage message) {
        var conference = conferences.byId(message.conference());
        var failed = new ArrayList<MailException>();
        for (var paper : authors.papers().byIds(message.people())) {
            for (var reached : authors.reachable().of(paper)) {
                var values = Map.of(
                        "name", reached.author().name(),
                        "link",
                                reached.author().corresponding()
                                        ? authors.links().of(conference, paper, "")
                                        : "",
                        "number", String.valueOf(paper.number()),
                        "title", paper.content().title());
                var key = message.message() + ":" + paper.id() + ":" + reached.email();
                send(message, key, reached.email(), paper.locale(), values, failed);
            }
        }
        return failed;
    }

    private List<MailException> toReviewers(PaperMessage message) {
        var conference = conferences.byId(message.conference());
        var failed = new ArrayList<MailException>();
        for (var id : message.people()) {
            var reviewer = reviewers
                    .byId(message.conference(), id)
                    .filter(Reviewer::isActive)
                    .orElse(null);
            if (reviewer == null) continue;
            var desk = urls.tenant(Tenancy.require(), "/review/" + conference.slug())
                    .toString();
            var values = Map.of("name", reviewer.name(), "link", desk);
            send(message, message.message() + ":" + id, reviewer.email(), reviewer.locale(), values, failed);
        }
        return failed;
    }

    private void send(
            PaperMessage message,
            String key,
            String to,
            Locale locale,
            Map<String, String> values,
            List<MailException> failed) {
        try {
            mails.send(new Mails.Mail(
                    "paper-message:" + key,
                    to,
                    "mail/papers/message",
                    locale,
                    List.of(new MessageText(message.subject()).of(values)),
                    Map.of(
                            "lines",
                            new MessageText(message.text()).of(values).lines().toList()),
                    List.of()));
        } catch (MailException e) {
            failed.add(e);
        }
    }
}
