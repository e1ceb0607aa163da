package org.plenary.communication.sender;

import java.util.Locale;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How the mails of the bound tenant are signed, or those of the platform when none is bound. */
@Component
public class MailLooks {
    private final MailSenders senders;
    private final MessageSource messages;

    MailLooks(MailSenders senders, MessageSource messages) {
        this.senders = senders;
        this.messages = messages;
    }

    public MailLook current(Locale locale) {
        var tenant = Tenancy.current().orElse(null);
        if (tenant == null)
            return new MailLook(messages.getMessage("communication.mail.platform", null, locale), null, "");
        var sender = senders.of(tenant.id());
        var name = sender.name() == null ? tenant.name() : sender.name();
        return new MailLook(name, sender.replyTo(), sender.footer().in(locale));
    }
}
