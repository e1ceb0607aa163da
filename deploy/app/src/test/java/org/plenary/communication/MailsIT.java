package org.plenary.communication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;
import org.plenary.communication.Mails.Attachment;
import org.plenary.communication.Mails.Mail;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;

class MailsIT extends PlenaryIT {
    @Autowired
    private Mails mails;

    @Test
    void theSameMailIsSentOnce() {
        var tenant = aTenant();
        var to = "m" + Ids.reference(8).toLowerCase(Locale.ROOT) + "@example.org";
        var mail = mail(to);

        Tenancy.runAs(tenant, () -> mails.send(mail));
        Tenancy.runAs(tenant, () -> mails.send(mail));

        var received = inbox().mails(to);
        assertThat(received).hasSize(1);
        assertThat(received.getFirst().html()).contains(tenant.name(), "&lt;b&gt;你好");
        assertThat(received.getFirst().text()).contains("<b>你好");
        assertThat(received.getFirst().attachments()).hasSize(1);
        assertThat(received.getFirst().messageId()).isNotNull();
    }

    private static Mail mail(String to) {
        return new Mail(
                "test:" + to,
                to,
                "mail/communication/test",
                Locale.ENGLISH,
                List.of("7KQ2M"),
                Map.of("text", "<b>你好"),
                List.of(new Attachment("ticket.pdf", "application/pdf", new byte[] {1, 2, 3})));
    }
}
