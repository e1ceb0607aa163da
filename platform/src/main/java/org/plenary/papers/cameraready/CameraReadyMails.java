package org.plenary.papers.cameraready;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.papers.submission.AuthorLinks;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.Papers;
import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;

/** Writes to authors about the final version of their paper: that it was sent back, and that it is due. */
@Component
class CameraReadyMails {
    private final Papers papers;
    private final FinalVersions versions;
    private final ConferenceApi conferences;
    private final AuthorLinks links;
    private final Mails mails;

    CameraReadyMails(Papers papers, FinalVersions versions, ConferenceApi conferences, AuthorLinks links, Mails mails) {
        this.papers = papers;
        this.versions = versions;
        this.conferences = conferences;
        this.links = links;
        this.mails = mails;
    }

    /** Nothing is written when the paper was handed in or withdrawn meanwhile. */
    @OutboundListener(id = "papers.mail-final-version-returned")
    void on(FinalVersionReturned event) {
        var paper = papers.byId(event.paper()).orElse(null);
        if (paper == null) return;
        var version = versions.of(paper.id());
        if (!version.isReturned()) return;
        var conference = conferences.byId(paper.conference());
        var until = version.mendUntil();
        send(
                conference,
                paper,
                "final-returned:" + event.at() + ":" + paper.id(),
                "final-returned",
                Map.of(
                        "note",
                        version.note() == null ? "" : version.note(),
                        "until",
                        until == null
                                ? ""
                                : until.atZone(conference.timeZone())
                                        .toLocalDateTime()
                                        .withSecond(0)
                                        .withNano(0)
                                        .toString()
                                        .replace('T', ' ')));
    }

    /** @param when tells the reminder from others; each is sent once */
    void remind(ConferenceView conference, Paper paper, String when, String due) {
        send(
                conference,
                paper,
                "final-due:" + when + ":" + paper.id(),
                "final-due",
                Map.of("late", when.startsWith("late"), "due", due));
    }

    private void send(ConferenceView conference, Paper paper, String key, String template, Map<String, Object> more) {
        var author = paper.content().corresponding().orElse(null);
        if (author == null || author.email() == null) return;
        var name = conference.name().in(paper.locale());
        var model = new HashMap<String, Object>(more);
        model.put("name", author.name());
        model.put("conference", name);
        model.put("number", String.valueOf(paper.number()));
        model.put("title", paper.content().title());
        model.put("link", links.of(conference, paper, "/camera-ready"));
        mails.send(new Mails.Mail(
                key,
                author.email(),
                "mail/papers/" + template,
                paper.locale(),
                List.of(String.valueOf(paper.number()), name),
                Map.copyOf(model),
                List.of()));
    }
}
