package org.plenary.papers.revision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.papers.call.Windows;
import org.plenary.papers.submission.AuthorLinks;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.Papers;
import org.plenary.tenancy.OutboundListener;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/** Writes to the corresponding authors: that a revision is asked for, that it is due, and that it has arrived. */
@Component
class RevisionMails {
    private final RevisionHandIn handIn;
    private final Papers papers;
    private final Windows windows;
    private final Writing writing;

    RevisionMails(RevisionHandIn handIn, Papers papers, Windows windows, Writing writing) {
        this.handIn = handIn;
        this.papers = papers;
        this.windows = windows;
        this.writing = writing;
    }

    @Component("revisionWriting")
    record Writing(ConferenceApi conferences, AuthorLinks links, Mails mails) {}

    /** An address that is refused does not keep the others from their mail; the whole is tried again then. */
    @OutboundListener(id = "papers.mail-revisions-asked")
    void on(RevisionsAsked event) {
        var conference = writing.conferences().byId(event.conference());
        MailException failed = null;
        for (var paper : papers.byIds(event.papers())) {
            try {
                open(paper)
                        .ifPresent(revision -> send(
                                conference,
                                paper,
                                "revision-asked:" + revision.id(),
                                "revision-asked",
                                Map.of("note", revision.note())));
            } catch (MailException e) {
                failed = e;
            }
        }
        if (failed != null) throw failed;
    }

    @OutboundListener(id = "papers.mail-revision-arrived")
    void on(RevisionHandedIn event) {
        papers.byId(event.paper())
                .ifPresent(paper -> send(
                        writing.conferences().byId(paper.conference()),
                        paper,
                        "revision-arrived:" + paper.id() + ":" + event.version(),
                        "revision-arrived",
                        Map.of()));
    }

    /** Nothing is sent to who has handed in meanwhile. @param when tells the reminder from others; each is sent once */
    void remind(ConferenceView conference, UUID id, String when) {
        papers.byId(id)
                .ifPresent(paper -> open(paper)
                        .ifPresent(revision -> send(
                                conference,
                                paper,
                                "revision-due:" + when + ":" + revision.id(),
                                "revision-due",
                                Map.of())));
    }

    private Optional<Revision> open(Paper paper) {
        return handIn.known(paper).filter(revision -> !revision.isHandedIn());
    }

    private void send(ConferenceView conference, Paper paper, String key, String template, Map<String, Object> more) {
        var author = paper.content().corresponding().orElse(null);
        if (author == null || author.email() == null) return;
        var name = conference.name().in(paper.locale());
        var model = new HashMap<>(more);
        model.put("name", author.name());
        model.put("conference", name);
        model.put("number", String.valueOf(paper.number()));
        model.put("title", paper.content().title());
        model.put("due", windows.revision(conference).map(String::valueOf).orElse(""));
        model.put("link", writing.links().of(conference, paper, "/revision"));
        writing.mails()
                .send(new Mails.Mail(
                        key,
                        author.email(),
                        "mail/papers/" + template,
                        paper.locale(),
                        List.of(String.valueOf(paper.number()), name),
                        model,
                        List.of()));
    }
}
