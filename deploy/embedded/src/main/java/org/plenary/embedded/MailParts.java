package org.plenary.embedded;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.plenary.embedded.Inbox.Attachment;

/** The bodies and files found in the tree of a MIME message. */
final class MailParts {

    private final List<Attachment> attachments = new ArrayList<>();
    private String text = "";
    private String html = "";

    private MailParts() {}

    static MailParts of(Part message) throws MessagingException, IOException {
        var parts = new MailParts();
        parts.collect(message);
        return parts;
    }

    String text() {
        return text;
    }

    String html() {
        return html;
    }

    List<Attachment> attachments() {
        return attachments;
    }

    private void collect(Part part) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*")) {
            var children = (Multipart) part.getContent();
            for (int i = 0; i < children.getCount(); i++) {
                collect(children.getBodyPart(i));
            }
        } else if (isBody(part, "text/plain") && text.isEmpty()) {
            text = (String) part.getContent();
        } else if (isBody(part, "text/html") && html.isEmpty()) {
            html = (String) part.getContent();
        } else {
            attachments.add(attachment(part));
        }
    }

    private static boolean isBody(Part part, String type) throws MessagingException {
        return part.isMimeType(type) && part.getFileName() == null;
    }

    private static Attachment attachment(Part part) throws MessagingException, IOException {
        var name = Objects.requireNonNullElse(part.getFileName(), "");
        var type = new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT);
        return new Attachment(
                MimeUtility.decodeText(name), type, part.getInputStream().readAllBytes());
    }
}
