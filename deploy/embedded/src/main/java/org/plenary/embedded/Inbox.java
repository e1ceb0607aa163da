package org.plenary.embedded;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every mail that was handed to the mail service since it started, once for each recipient of the envelope. */
public final class Inbox {

    private final GreenMail greenMail;

    Inbox(GreenMail greenMail) {
        this.greenMail = greenMail;
    }

    /** The mails to this address, or to any when it is null; the newest first. */
    public List<Mail> mails(@Nullable String to) {
        return greenMail.getUserManager().listUser().stream()
                .filter(recipient -> to == null || to.equalsIgnoreCase(recipient.getEmail()))
                .flatMap(this::received)
                .sorted(Comparator.comparing((Received mail) -> mail.message().getReceivedDate())
                        .thenComparing(mail -> mail.message().getUid())
                        .reversed())
                .map(Received::read)
                .toList();
    }

    public void clear() {
        try {
            greenMail.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private Stream<Received> received(GreenMailUser recipient) {
        try {
            var inbox = greenMail.getUserManager().getImapHostManager().getInbox(recipient);
            return inbox.getNonDeletedMessages().stream().map(message -> new Received(recipient.getEmail(), message));
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A delivered mail. A part that is not there is the empty string.
     *
     * @param unsubscribe its header of that name
     * @param from its header of that name, decoded, with the name in front
     * @param replyTo its header of that name; null when there is none
     *
     * @param to recipient of the envelope, which a header need not name
     */
    public record Mail(
            String to,
            String subject,
            String text,
            String html,
            Instant at,
            List<Attachment> attachments,
            @Nullable String messageId,
            @Nullable String unsubscribe,
            String from,
            @Nullable String replyTo) {

        public Mail {
            attachments = List.copyOf(attachments);
        }
    }

    /** A file that came with a mail; the type without its parameters, as in {@code text/calendar}. */
    public record Attachment(String name, String type, byte[] bytes) {}

    private record Received(String to, StoredMessage message) {

        Mail read() {
            var mime = message.getMimeMessage();
            try {
                var parts = MailParts.of(mime);
                var subject = mime.getSubject();
                return new Mail(
                        to,
                        subject == null ? "" : subject,
                        parts.text(),
                        parts.html(),
                        message.getReceivedDate().toInstant(),
                        parts.attachments(),
                        mime.getMessageID(),
                        mime.getHeader("List-Unsubscribe", null),
                        MimeUtility.decodeText(MimeUtility.unfold(mime.getHeader("From", null))),
                        mime.getHeader("Reply-To", null));
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
