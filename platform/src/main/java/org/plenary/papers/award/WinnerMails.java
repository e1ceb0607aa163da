package org.plenary.papers.award;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.papers.submission.AuthorLinks;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.Papers;
import org.plenary.papers.submission.ReachableAuthors;
import org.plenary.papers.submission.ReachableAuthors.Reached;
import org.plenary.tenancy.OutboundListener;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/** Tells the authors of papers that won, with the certificate. */
@Component
class WinnerMails {
    private final Telling telling;
    private final AwardCertificates certificates;
    private final CertificateDrawing drawing;
    private final Mails mails;

    WinnerMails(Telling telling, AwardCertificates certificates, CertificateDrawing drawing, Mails mails) {
        this.telling = telling;
        this.certificates = certificates;
        this.drawing = drawing;
        this.mails = mails;
    }

    /** Who is told, and of what. */
    @Component("winnersTelling")
    record Telling(ConferenceApi conferences, Papers papers, ReachableAuthors reachable, AuthorLinks links) {}

    /** An address that is refused does not keep the others from their mail; who was written to is known by the mail's key. */
    @OutboundListener(id = "papers.mail-award-winners")
    void on(AwardAnnounced event) {
        MailException failed = null;
        for (var certificate : certificates.ofAward(event.award())) {
            var paper = telling.papers().byId(certificate.paper()).orElse(null);
            if (paper == null || !paper.isAccepted()) continue;
            var conference = telling.conferences().byId(certificate.conference());
            for (var reached : telling.reachable().of(paper)) {
                try {
                    tell(conference, paper, reached, certificate);
                } catch (MailException e) {
                    failed = e;
                }
            }
        }
        if (failed != null) throw failed;
    }

    private void tell(ConferenceView conference, Paper paper, Reached reached, AwardCertificate certificate) {
        var locale = paper.locale();
        var award = certificate.awardName().in(locale);
        var name = conference.name().in(locale);
        var model = new HashMap<String, Object>();
        model.put("name", reached.author().name());
        model.put("conference", name);
        model.put("number", String.valueOf(paper.number()));
        model.put("title", certificate.title());
        model.put("award", award);
        model.put("link", reached.author().corresponding() ? telling.links().of(conference, paper, "/award") : "");
        mails.send(new Mails.Mail(
                "award-won:" + certificate.id() + ":" + reached.email(),
                reached.email(),
                "mail/papers/award-won",
                locale,
                List.of(award, name),
                Map.copyOf(model),
                List.of(new Mails.Attachment(
                        CertificateDrawing.fileName(certificate, locale),
                        "application/pdf",
                        drawing.draw(conference, certificate, locale)))));
    }
}
