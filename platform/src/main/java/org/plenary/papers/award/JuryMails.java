package org.plenary.papers.award;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.tenancy.OutboundListener;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/** Asks the jury to vote, once, and reminds it when the chairs say so. */
@Component
class JuryMails {
    private final Jury.Rows rows;
    private final ConferenceApi conferences;
    private final JurorLinks links;
    private final Mails mails;
    private final Clock clock;

    JuryMails(Jury.Rows rows, ConferenceApi conferences, JurorLinks links, Mails mails, Clock clock) {
        this.rows = rows;
        this.conferences = conferences;
        this.links = links;
        this.mails = mails;
        this.clock = clock;
    }

    /** Nobody is asked before there is something to vote on; who was asked already is known by the mail's key. */
    @OutboundListener(id = "papers.ask-award-jury")
    void on(AwardJurorsAsked event) {
        if (!isVoting(event.conference())) return;
        send(event.conference(), rows.jurors().of(event.conference()), "award-juror-asked", "");
    }

    @OutboundListener(id = "papers.remind-award-jury")
    void on(AwardJurorsReminded event) {
        if (!isVoting(event.conference())) return;
        var reminded = rows.jurors().of(event.conference()).stream()
                .filter(juror ->
                        juror.remindedAt() != null && juror.remindedAt().toEpochMilli() == event.at())
                .toList();
        send(event.conference(), reminded, "award-juror-reminded", ":" + event.at());
    }

    /** An address that is refused does not keep the others from their mail. */
    private void send(UUID id, List<Juror> jurors, String template, String time) {
        var conference = conferences.byId(id);
        MailException failed = null;
        for (var juror : jurors) {
            if (juror.name().isEmpty()) continue;
            try {
                send(conference, juror, template, template + ":" + juror.id() + time);
            } catch (MailException e) {
                failed = e;
            }
        }
        if (failed != null) throw failed;
    }

    private void send(ConferenceView conference, Juror juror, String template, String key) {
        var called = conference.name().in(juror.locale());
        mails.send(new Mails.Mail(
                key,
                juror.email(),
                "mail/papers/" + template,
                juror.locale(),
                List.of(called),
                Map.of("name", juror.name(), "conference", called, "link", links.page(conference, juror.id())),
                List.of()));
    }

    private boolean isVoting(UUID conference) {
        return rows.awards().of(conference).stream()
                .anyMatch(award -> award.phase(clock.instant()) == Award.Phase.VOTING);
    }
}
