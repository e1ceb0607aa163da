package org.plenary.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxIT {

    @TempDir
    private static Path data;

    private static EmbeddedServices services;

    @BeforeAll
    static void starts() {
        services = EmbeddedServices.start(new Settings(data, EnumSet.of(Kind.MAIL), false, 8080));
    }

    @AfterAll
    static void stops() {
        services.close();
    }

    @BeforeEach
    void empties() {
        services.inbox().clear();
    }

    @Test
    void aMailArrivesWithBothBodiesAndItsAttachment() throws Exception {
        send("mei@example.org", "您的注册", "你好", "<p>你好</p>", "邀请函.pdf");

        var mails = services.inbox().mails("Mei@example.org");

        assertThat(mails).hasSize(1);
        var mail = mails.getFirst();
        assertThat(mail.to()).isEqualTo("mei@example.org");
        assertThat(mail.subject()).isEqualTo("您的注册");
        assertThat(mail.text()).isEqualTo("你好");
        assertThat(mail.html()).isEqualTo("<p>你好</p>");
        assertThat(mail.messageId()).isNotBlank();
        assertThat(mail.attachments()).singleElement().satisfies(attachment -> {
            assertThat(attachment.name()).isEqualTo("邀请函.pdf");
            assertThat(attachment.type()).isEqualTo("application/pdf");
            assertThat(attachment.bytes()).containsExactly(1, 2, 3);
        });
    }

    @Test
    void theNewestMailComesFirstAndOthersMailIsLeftOut() throws Exception {
        send("ann@example.org", "first", "", "", "a.pdf");
        send("ben@example.org", "other", "", "", "a.pdf");
        send("ann@example.org", "second", "", "", "a.pdf");

        assertThat(services.inbox().mails("ann@example.org"))
                .extracting(Inbox.Mail::subject)
                .containsExactly("second", "first");
        assertThat(services.inbox().mails(null))
                .extracting(Inbox.Mail::subject)
                .containsExactly("second", "other", "first");
    }

    @Test
    void aClearedInboxIsEmpty() throws Exception {
        send("ann@example.org", "first", "", "", "a.pdf");

        services.inbox().clear();

        assertThat(services.inbox().mails(null)).isEmpty();
    }

    private static void send(String to, String subject, String text, String html, String file)
            throws MessagingException {
        var address = URI.create(services.service(Kind.MAIL).address());
        var properties = new Properties();
        properties.put("mail.smtp.host", address.getHost());
        properties.put("mail.smtp.port", String.valueOf(address.getPort()));
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("office@example.org"));
        message.setRecipient(RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        var bodies = new MimeMultipart("alternative", text(text, "plain"), text(html, "html"));
        var body = new MimeBodyPart();
        body.setContent(bodies);
        message.setContent(new MimeMultipart("mixed", body, file(file)));
        Transport.send(message);
    }

    private static MimeBodyPart text(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, "UTF-8", subtype);
        return part;
    }

    private static MimeBodyPart file(String name) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(new byte[] {1, 2, 3}, "application/pdf")));
        part.setFileName(name);
        return part;
    }
}
