package org.plenary.communication.account;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plenary.communication.Mails;
import org.plenary.identity.EmailChangeAsked;
import org.plenary.identity.EmailChanged;
import org.plenary.identity.EmailChanges;
import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;

/** Mails the new address a link that confirms it, and the old one a link that takes the change back. */
@Component
class EmailChangeMail {
    private final EmailChanges changes;
    private final Mails mails;

    EmailChangeMail(EmailChanges changes, Mails mails) {
        this.changes = changes;
        this.mails = mails;
    }

    @OutboundListener(id = "communication.mail-email-confirmation")
    void on(EmailChangeAsked event) {
        changes.confirmation(event.change()).ifPresent(letter -> send("email-confirmation", event.change(), letter));
    }

    @OutboundListener(id = "communication.mail-email-changed")
    void on(EmailChanged event) {
        changes.notice(event.change()).ifPresent(letter -> send("email-changed", event.change(), letter));
    }

    private void send(String name, UUID change, EmailChanges.Letter letter) {
        mails.send(new Mails.Mail(
                name + ":" + change,
                letter.to(),
                "mail/communication/" + name,
                letter.locale(),
                List.of(),
                Map.of(
                        "kind", letter.kind().code(),
                        "name", letter.name(),
                        "oldEmail", letter.oldEmail(),
                        "newEmail", letter.newEmail(),
                        "link", letter.link()),
                List.of()));
    }
}
