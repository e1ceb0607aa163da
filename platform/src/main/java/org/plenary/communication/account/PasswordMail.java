package org.plenary.communication.account;

import java.util.List;
import java.util.Map;
import org.plenary.communication.Mails;
import org.plenary.identity.PasswordResetAsked;
import org.plenary.identity.PasswordResets;
import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;

/** Mails the link for a new password, in the language in which it was asked for. */
@Component
class PasswordMail {
    private final PasswordResets resets;
    private final Mails mails;

    PasswordMail(PasswordResets resets, Mails mails) {
        this.resets = resets;
        this.mails = mails;
    }

    @OutboundListener(id = "communication.mail-password-link")
    void on(PasswordResetAsked event) {
        resets.make(event.request())
                .ifPresent(made -> mails.send(new Mails.Mail(
                        "password-link:" + event.request(),
                        made.email(),
                        "mail/communication/password-link",
                        made.locale(),
                        List.of(),
                        Map.of("name", made.name(), "email", made.email(), "link", made.link()),
                        List.of())));
    }
}
