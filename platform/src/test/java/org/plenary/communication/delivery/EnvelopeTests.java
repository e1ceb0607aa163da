package org.plenary.communication.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.communication.Mails.Attachment;
import org.plenary.communication.Mails.Mail;
import org.plenary.communication.document.Rendering;
import org.plenary.communication.sender.MailLook;
import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class EnvelopeTests {
    private static final Envelope ENVELOPE =
            new Envelope("no-reply@plenary.localhost", "机器人学会\r\nBcc: x@y.z", "office@example.org");
    private static final MailLook LOOK = new MailLook("Plenary", null, "Robots <e.V.>\nMunich");

    @Test
    void partsOfATemplateThatHadNothingToSayLeaveNoGaps() {
        assertThat(Letters.withoutGaps("Dear Ada,\r\n\r\n\r\n\r\nThank you!\n\nBye\n\n\n"))
                .isEqualTo("Dear Ada,\n\nThank you!\n\nBye");
    }

    @Test
    void bothBodiesAndTheAttachmentAreInTheMessage() throws MessagingException, IOException {
        var raw = raw("Order <b>7KQ2M</b>", "ada@example.org");

        assertThat(raw)
                .contains(
                        "multipart/alternative",
                        "text/plain",
                        "text/html",
                        "ticket.pdf",
                        "Auto-Submitted: auto-generated")
                .contains(
                        "Content-Language: en", "To: ada@example.org", "Message-ID: <", "Reply-To: office@example.org")
                .contains("List-Unsubscribe: <https://example.org/end>")
                .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    }

    @Test
    void whatPeopleTypedStartsNoHeader() throws MessagingException, IOException {
        var raw = raw("A\r\nBcc: victim@example.org", "ada@example.org");

        var headers = raw.lines().takeWhile(line -> !line.isEmpty());
        assertThat(headers).noneMatch(line -> line.startsWith("Bcc:"));
    }

    @Test
    void anAddressWithALineEndIsRefused() {
        assertThatExceptionOfType(MailParseException.class)
                .isThrownBy(() -> raw("A", "ada@example.org\r\nBcc: victim@example.org"));
    }

    @Test
    void anAddressForAnswersWithALineEndIsRefused() {
        var envelope =
                new Envelope("no-reply@plenary.localhost", "Robots", "office@example.org\r\nBcc: victim@example.org");

        assertThatExceptionOfType(MailParseException.class)
                .isThrownBy(() -> envelope.message(
                        new JavaMailSenderImpl(), mail("A", "ada@example.org", List.of()), letter("A")));
    }

    @Test
    void theSameMailHasTheSameId() {
        assertThat(ENVELOPE.messageId("a:1"))
                .isEqualTo(ENVELOPE.messageId("a:1"))
                .isNotEqualTo(ENVELOPE.messageId("a:2"));
    }

    @Test
    void markupInTextsIsDrawnAsText() {
        var letter = letter("<script>alert(1)</script>");

        assertThat(letter.html())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>")
                .contains("background-color:#1f5fbf");
        assertThat(letter.text())
                .contains("<script>alert(1)</script>\n\nhttps://example.org/x")
                .contains("Robots <e.V.>\nMunich")
                .contains("Sent by Plenary.");
        assertThat(letter.html()).contains("Robots &lt;e.V.&gt;", "Munich");
    }

    private static String raw(String code, String to) throws MessagingException, IOException {
        var attachment = new Attachment("ticket.pdf", "application/pdf", "%PDF-".getBytes(StandardCharsets.US_ASCII));
        var out = new ByteArrayOutputStream();
        ENVELOPE.message(new JavaMailSenderImpl(), mail(code, to, List.of(attachment)), letter(code))
                .writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Letter letter(String code) {
        return new Letters(Rendering.pages(), Rendering.messages())
                .draw(mail(code, "ada@example.org", List.of()), LOOK);
    }

    private static Mail mail(String code, String to, List<Attachment> attachments) {
        return new Mail(
                "a:1",
                to,
                "mail/communication/sample",
                Locale.ENGLISH,
                List.of(code),
                Map.of("text", code, "code", code, "url", "https://example.org/x"),
                attachments,
                URI.create("https://example.org/end"));
    }
}
