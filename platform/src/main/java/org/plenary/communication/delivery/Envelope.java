package org.plenary.communication.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.plenary.communication.Mails.Mail;
import org.plenary.kernel.Secrets;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Puts a letter into the form that mail servers take. @param replyTo null leaves answers to the address that it is from */
record Envelope(String from, String senderName, @Nullable String replyTo) {
    private static final int ID_LENGTH = 32;

    MimeMessage message(JavaMailSender server, Mail mail, Letter letter) {
        try {
            var message = server.createMimeMessage();
            var helper = new MimeMessageHelper(
                    message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
            helper.setFrom(new InternetAddress(from, Letters.oneLine(senderName), StandardCharsets.UTF_8.name()));
            if (replyTo != null) helper.setReplyTo(recipient(replyTo));
            helper.setTo(recipient(mail.to()));
            helper.setSubject(letter.subject());
            helper.setText(letter.text(), letter.html());
            for (var each : mail.attachments())
                helper.addAttachment(Letters.oneLine(each.name()), new ByteArrayResource(each.content()), each.type());
            message.setHeader("Message-ID", messageId(mail.key()));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("Content-Language", letter.locale().toLanguageTag());
            var unsubscribe = mail.unsubscribe();
            if (unsubscribe != null) {
                message.setHeader("List-Unsubscribe", "<" + unsubscribe + ">");
                message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
            return message;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new MailParseException(e);
        }
    }

    /** The same for the same mail of the same tenant, so that a mail sent twice is shown once. */
    String messageId(String key) {
        var tenant = Tenancy.current().map(Tenant::id).map(Object::toString).orElse("platform");
        var domain = from.substring(from.indexOf('@') + 1);
        return "<" + Secrets.hash(tenant + " " + key).substring(0, ID_LENGTH) + "@" + domain + ">";
    }

    private static InternetAddress recipient(String to) throws AddressException {
        if (to.chars().anyMatch(Character::isISOControl)) throw new AddressException("control character in address");
        return new InternetAddress(to, true);
    }
}
