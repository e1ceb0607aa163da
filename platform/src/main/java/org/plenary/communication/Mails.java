package org.plenary.communication;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Renders and sends mails. Called by outbound listeners, which are repeated when sending fails. */
public interface Mails {
    /**
     * A mail to one person.
     *
     * @param key names the mail in its business, such as {@code order-confirmed:<id>}: the same key is sent once, and
     *     gives the same Message-ID when a repeat cannot be ruled out
     * @param template {@code mail/<module>/<name>}: the Thymeleaf pages {@code <template>.html} and {@code <template>.txt};
     *     the subject is the message key {@code mail.<module>.<name>.subject} with {@code subjectArguments}
     * @param unsubscribe for a mail to subscribers: a POST there ends them, without signing in (RFC 8058); null for others
     */
    record Mail(
            String key,
            String to,
            String template,
            Locale locale,
            List<Object> subjectArguments,
            Map<String, Object> model,
            List<Attachment> attachments,
            @Nullable URI unsubscribe) {
        public Mail(
                String key,
                String to,
                String template,
                Locale locale,
                List<Object> subjectArguments,
                Map<String, Object> model,
                List<Attachment> attachments) {
            this(key, to, template, locale, subjectArguments, model, attachments, null);
        }
    }

    record Attachment(String name, String type, byte[] content) {}

    /**
     * Sends from the bound tenant, or from the platform when none is bound.
     *
     * @throws org.springframework.mail.MailException when the mail server cannot be reached; try again later
     */
    void send(Mail mail);
}
