package org.plenary.communication.approval;

import java.util.List;
import java.util.Map;
import org.plenary.communication.Mails;
import org.plenary.conference.ApprovalAwaited;
import org.plenary.conference.ApprovalTurns;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/** Writes to those whose turn it is with an application, in the organization's language. */
@Component
class ApprovalMails {
    private final ApprovalTurns turns;
    private final Mails mails;
    private final Urls urls;

    ApprovalMails(ApprovalTurns turns, Mails mails, Urls urls) {
        this.turns = turns;
        this.mails = mails;
        this.urls = urls;
    }

    /** An address that is refused does not keep the others from their mail: then the whole is tried again. */
    @OutboundListener(id = "communication.mail-approval-turn")
    public void on(ApprovalAwaited awaited) {
        var turn = turns.now(awaited.conference(), awaited.version()).orElse(null);
        if (turn == null) return;
        MailException failed = null;
        for (var address : turn.addresses()) {
            try {
                mails.send(mail(awaited, turn, address));
            } catch (MailException e) {
                failed = e;
            }
        }
        if (failed != null) throw failed;
    }

    private Mails.Mail mail(ApprovalAwaited awaited, ApprovalTurns.Turn turn, String address) {
        var organization = Tenancy.require();
        var locale = organization.locale();
        var conference = turn.conference();
        var name = conference.name().in(locale);
        return new Mails.Mail(
                "approval-turn:" + conference.id() + ":" + awaited.version() + ":" + address,
                address,
                "mail/communication/approval-turn",
                locale,
                List.of(name),
                Map.of(
                        "conference",
                        name,
                        "step",
                        turn.title().in(locale),
                        "url",
                        urls.tenant(organization, "/manage/conferences/" + conference.slug() + "/approval/application")
                                .toString()),
                List.of());
    }
}
