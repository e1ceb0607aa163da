package org.plenary.papers.inspection;

import java.util.List;
import java.util.Map;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.papers.call.Windows;
import org.plenary.papers.submission.AuthorLinks;
import org.plenary.papers.submission.PaperStatus;
import org.plenary.papers.submission.Papers;
import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;

/** Writes to the author of a file that must be mended, while it can be. */
@Component
class FileMails {
    private final CheckedFiles checked;
    private final Papers papers;
    private final ConferenceApi conferences;
    private final FileWords words;
    private final FileMailParts sending;

    FileMails(CheckedFiles checked, Papers papers, ConferenceApi conferences, FileWords words, FileMailParts sending) {
        this.checked = checked;
        this.papers = papers;
        this.conferences = conferences;
        this.words = words;
        this.sending = sending;
    }

    @Component
    record FileMailParts(Windows windows, AuthorLinks links, Mails mails) {}

    @OutboundListener(id = "papers.mail-file-to-mend")
    void on(PaperFileChecked event) {
        var paper = papers.byId(event.paper()).orElse(null);
        if (paper == null
                || paper.shown() != PaperStatus.SUBMITTED
                || !event.file().equals(paper.file())) return;
        var author = paper.content().corresponding().orElse(null);
        if (author == null || author.email() == null) return;
        var conference = conferences.byId(paper.conference());
        var file = checked.of(paper);
        var verdict = file.verdict();
        if (verdict == null || !verdict.mustBeMended() || !sending.windows().takesChanges(conference, paper.number()))
            return;
        var name = conference.name().in(paper.locale());
        var todos = words.of(verdict, paper.locale()).stream()
                .filter(FileWords.Said::mend)
                .toList();
        sending.mails()
                .send(new Mails.Mail(
                        "paper-file:" + event.file(),
                        author.email(),
                        "mail/papers/file-to-mend",
                        paper.locale(),
                        List.of(String.valueOf(paper.number()), name),
                        Map.of(
                                "name", author.name(),
                                "conference", name,
                                "number", String.valueOf(paper.number()),
                                "title", paper.content().title(),
                                "todos", todos,
                                "until",
                                        sending.windows()
                                                .call(conference)
                                                .map(FileRuleBook::until)
                                                .orElse(""),
                                "link", sending.links().of(conference, paper, "/file-check")),
                        List.of()));
    }
}
