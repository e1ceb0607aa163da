package org.plenary.dev;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.embedded.EmbeddedServices;
import org.plenary.embedded.Inbox;
import org.plenary.identity.Public;
import org.plenary.tenancy.AnyHost;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The mails that were caught, of every tenant, the newest first. */
@RestController
@AnyHost
@Public
class DevMailApi {
    private final EmbeddedServices services;

    DevMailApi(EmbeddedServices services) {
        this.services = services;
    }

    record MailView(
            String to, String subject, String text, String html, Instant at, List<AttachmentView> attachments) {}

    /** @param content in Base64 */
    record AttachmentView(String name, String type, int size, byte[] content) {}

    @GetMapping("/dev/mail")
    List<MailView> mails(@RequestParam(required = false) @Nullable String to) {
        return services.inbox().mails(to).stream().map(DevMailApi::view).toList();
    }

    private static MailView view(Inbox.Mail mail) {
        var attachments = mail.attachments().stream()
                .map(a -> new AttachmentView(a.name(), a.type(), a.bytes().length, a.bytes()))
                .toList();
        return new MailView(mail.to(), mail.subject(), mail.text(), mail.html(), mail.at(), attachments);
    }
}
