package org.plenary.papers.submission;

import java.util.List;
import java.util.Map;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;

/** Confirms a submission to its corresponding author, with the link to the paper. */
@Component
class SubmissionMails {
    private final Papers papers;
    private final ConferenceApi conferences;
    private final AuthorTexts texts;
    private final Mails mails;

    SubmissionMails(Papers papers, ConferenceApi conferences, AuthorTexts texts, Mails mails) {
        this.papers = papers;
        this.conferences = conferences;
        this.texts = texts;
        this.mails = mails;
    }

    @OutboundListener(id = "papers.confirm-submission")
    void on(PaperSubmitted event) {
        var paper = papers.byId(event.paper()).orElse(null);
        if (paper == null) return;
        var author = paper.content().corresponding().orElse(null);
        if (author == null || author.email() == null) return;
        var conference = conferences.byId(paper.conference());
        var name = conference.name().in(paper.locale());
        mails.send(new Mails.Mail(
                "paper-submitted:" + paper.id(),
                author.email(),
                "mail/papers/submitted",
                paper.locale(),
                List.of(String.valueOf(paper.number()), name),
                Map.of(
                        "name", author.name(),
                        "conference", name,
                        "title", paper.content().title(),
                        "number", String.valueOf(paper.number()),
                        "link", texts.link(conference.slug(), paper.number(), event.secret())),
                List.of()));
    }
}
