package org.plenary.papers.submission;

import java.util.List;
import java.util.Map;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.papers.call.CallExtended;
import org.plenary.papers.call.Calls;
import org.plenary.papers.call.Extension;
import org.plenary.papers.call.Stage;
import org.plenary.tenancy.OutboundListener;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/** Tells authors that a deadline which they work for has moved (CFP-04). */
@Component
class ExtensionMails {
    private static final int PAGE = 200;

    private final Papers papers;
    private final Calls calls;
    private final ConferenceApi conferences;
    private final AuthorTexts texts;
    private final Mails mails;

    ExtensionMails(Papers papers, Calls calls, ConferenceApi conferences, AuthorTexts texts, Mails mails) {
        this.papers = papers;
        this.calls = calls;
        this.conferences = conferences;
        this.texts = texts;
        this.mails = mails;
    }

    /**
     * An address that is refused does not keep the others from their mail; the whole is tried again then, and who was written to
     * already is known by the mail's key.
     */
    @OutboundListener(id = "papers.mail-extension")
    public void on(CallExtended event) {
        var extension = calls.find(event.conference()).stream()
                .flatMap(call -> call.extensions().stream())
                .filter(each -> each.stage() == event.stage() && each.at().equals(event.at()))
                .findFirst()
                .orElse(null);
        if (extension == null) return;
        var conference = conferences.byId(event.conference());
        var status = event.stage() == Stage.CAMERA_READY ? PaperStatus.ACCEPTED : PaperStatus.SUBMITTED;
        MailException failed = null;
        List<Paper> page;
        var after = 0;
        do {
            page = papers.list(conference.id(), null, null, after, PAGE);
            for (var paper : page) {
                after = paper.number();
                try {
                    if (paper.shown() == status) tell(conference, extension, paper);
                } catch (MailException e) {
                    failed = e;
                }
            }
        } while (page.size() == PAGE);
        if (failed != null) throw failed;
    }

    private void tell(ConferenceView conference, Extension extension, Paper paper) {
        var author = paper.content().corresponding().orElse(null);
        if (author == null || author.email() == null) return;
        var name = conference.name().in(paper.locale());
        var stage = texts.of("papers.stage." + extension.stage().dashed(), paper.locale());
        mails.send(new Mails.Mail(
                "call-extended:" + extension.stage().code() + ":"
                        + extension.at().toEpochMilli() + ":" + paper.id(),
                author.email(),
                "mail/papers/extended",
                paper.locale(),
                List.of(name),
                Map.of(
                        "name", author.name(),
                        "conference", name,
                        "stage", stage,
                        "title", paper.content().title(),
                        "number", String.valueOf(paper.number()),
                        "from", extension.from().toString(),
                        "to", extension.to().toString(),
                        "link", texts.callLink(conference.slug())),
                List.of()));
    }
}
