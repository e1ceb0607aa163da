package org.plenary.papers.decision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;
import org.plenary.papers.submission.AuthorLinks;
import org.plenary.papers.submission.DecisionsAnnounced;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.PaperStatus;
import org.plenary.papers.submission.Papers;
import org.plenary.papers.submission.ReachableAuthors;
import org.plenary.papers.submission.ReachableAuthors.Reached;
import org.plenary.tenancy.OutboundListener;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/**
 * Tells authors what was decided. Who is accepted gets their letter and their personal link to register in the same mail (CFP-08).
 */
@Component
class DecisionMails {
    private final Telling telling;
    private final DecisionPlans plans;
    private final LetterWriting writing;
    private final LetterDrawing drawing;
    private final Mails mails;

    DecisionMails(Telling telling, DecisionPlans plans, LetterWriting writing, LetterDrawing drawing, Mails mails) {
        this.telling = telling;
        this.plans = plans;
        this.writing = writing;
        this.drawing = drawing;
        this.mails = mails;
    }

    /** Who is told, and by which links. */
    @Component
    record Telling(
            ConferenceApi conferences,
            Papers papers,
            ReachableAuthors reachable,
            AuthorLinks links,
            RegistrationLinks registration) {}

    /**
     * An address that is refused does not keep the others from their mail; the whole is tried again then, and who was written to
     * already is known by the mail's key. What was decided otherwise meanwhile is told by the announcement of that.
     */
    @OutboundListener(id = "papers.mail-decisions")
    void on(DecisionsAnnounced event) {
        var conference = telling.conferences().byId(event.conference());
        MailException failed = null;
        for (var paper : telling.papers().byIds(event.papers())) {
            if (paper.isToBeAnnounced() || paper.status().decision() == null) continue;
            for (var reached : telling.reachable().of(paper)) {
                try {
                    tell(conference, paper, reached, event.at());
                } catch (MailException e) {
                    failed = e;
                }
            }
        }
        if (failed != null) throw failed;
    }

    private void tell(ConferenceView conference, Paper paper, Reached reached, long at) {
        var isAccepted = paper.status() == PaperStatus.ACCEPTED;
        var locale = paper.locale();
        var name = conference.name().in(locale);
        var plan = plans.of(conference.id());
        var model = new HashMap<String, Object>();
        model.put("name", reached.author().name());
        model.put("conference", name);
        model.put("number", String.valueOf(paper.number()));
        model.put("title", paper.content().title());
        model.put("note", note(isAccepted ? plan.acceptedNote() : plan.rejectedNote(), paper));
        model.put("link", reached.author().corresponding() ? telling.links().of(conference, paper, "") : "");
        model.put("register", telling.registration().of(conference, paper, reached.index()));
        mails.send(new Mails.Mail(
                "paper-decided:" + at + ":" + paper.id() + ":" + reached.email(),
                reached.email(),
                isAccepted ? "mail/papers/accepted" : "mail/papers/rejected",
                locale,
                List.of(String.valueOf(paper.number()), name),
                Map.copyOf(model),
                isAccepted ? letter(conference, paper, reached) : List.of()));
    }

    /** None for an author whose letter staff took back. */
    private List<Mails.Attachment> letter(ConferenceView conference, Paper paper, Reached reached) {
        try {
            var letter = writing.issue(conference, paper, reached.index());
            return List.of(new Mails.Attachment(
                    LetterDrawing.fileName(letter, paper.locale()),
                    "application/pdf",
                    drawing.draw(conference, letter, paper.locale())));
        } catch (Problem.Conflict e) {
            return List.of();
        }
    }

    private static String note(LocalizedText note, Paper paper) {
        return note.isBlank() ? "" : note.in(paper.locale());
    }
}
