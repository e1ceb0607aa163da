package org.plenary.communication.sender;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plenary.communication.Mails;
import org.plenary.identity.Accounts;
import org.plenary.identity.Permission;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Secrets;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/** Writes the two mails about mails: the code that proves an address, and a sample. */
@Component
class SenderMails {
    private final SigningMails signing;
    private final Accounts accounts;
    private final Mails mails;

    SenderMails(SigningMails signing, Accounts accounts, Mails mails) {
        this.signing = signing;
        this.accounts = accounts;
        this.mails = mails;
    }

    /** A repeat has another code, so it is another mail. */
    @OutboundListener(id = "communication.mail-reply-to")
    public void on(ReplyToAsked event) {
        SigningMails.Letter letter;
        try {
            letter = signing.code(event.request());
        } catch (Problem.NotFound e) {
            return;
        }
        var key = "reply-to:" + event.request() + ":"
                + Secrets.hash(letter.code()).substring(0, 8);
        send(key, letter.to(), "reply-to", event.language(), Map.of("code", letter.code()));
    }

    @OutboundListener(id = "communication.mail-sample")
    public void on(MailSampleAsked event) {
        accounts.staff(Permission.TENANT_ADMIN).stream()
                .filter(contact -> contact.account().equals(event.account()))
                .findFirst()
                .ifPresent(contact -> send(
                        "mail-sample:" + event.request(),
                        contact.email(),
                        "mail-sample",
                        event.language(),
                        Map.of("name", contact.name())));
    }

    private void send(String key, String to, String name, String language, Map<String, Object> more) {
        var model = new HashMap<>(more);
        model.put("organization", Tenancy.require().name());
        mails.send(new Mails.Mail(
                key,
                to,
                "mail/communication/" + name,
                Locale.forLanguageTag(language),
                List.of(Tenancy.require().name()),
                model,
                List.of()));
    }
}
