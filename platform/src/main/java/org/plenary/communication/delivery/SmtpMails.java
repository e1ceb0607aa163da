package org.plenary.communication.delivery;

import java.time.Duration;
import org.plenary.communication.Mails;
import org.plenary.communication.sender.MailLook;
import org.plenary.communication.sender.MailLooks;
import org.plenary.communication.sender.MailProperties;
import org.plenary.kernel.DatabaseAway;
import org.plenary.tenancy.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Sends by SMTP: the row is claimed, the mail sent, the row marked; a crash in between repeats the mail under its old id. */
@Component
class SmtpMails implements Mails {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpMails.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Less than after which another would take over. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final JavaMailSender server;
    private final Letters letters;
    private final DeliveryLog deliveries;
    private final MailProperties settings;
    private final MailLooks looks;

    SmtpMails(
            JavaMailSender server, Letters letters, DeliveryLog deliveries, MailProperties settings, MailLooks looks) {
        this.server = server;
        this.letters = letters;
        this.deliveries = deliveries;
        this.settings = settings;
        this.looks = looks;
    }

    @Override
    public void send(Mail mail) {
        if (mail.to().isEmpty()) {
            // somebody was forgotten meanwhile, and cannot be written to any more
            LOG.atInfo().addKeyValue("mail", mail.key()).log("mail has nobody to go to");
            return;
        }
        var look = looks.current(mail.locale());
        var letter = letters.draw(mail, look);
        // The platform itself keeps no record: its mails are few, and their events are repeated until they went out.
        if (Tenancy.current().isEmpty()) {
            transmit(mail, letter, look);
            return;
        }
        switch (deliveries.claim(mail, letter.subject())) {
            case SENT_ALREADY -> LOG.atInfo().addKeyValue("mail", mail.key()).log("mail was sent before");
            case BEING_SENT -> throw new MailSendException("another delivery of this mail is under way: " + mail.key());
            case YOURS -> transmitRecorded(mail, letter, look);
        }
    }

    private void transmitRecorded(Mail mail, Letter letter, MailLook look) {
        try {
            transmit(mail, letter, look);
        } catch (MailException e) {
            patiently(() -> deliveries.failed(mail.key(), e.getMessage()));
            throw e;
        }
        patiently(() -> deliveries.sent(mail.key()));
    }

    /** It is out, or it is not: forgetting that would send it twice, or late. While the database is away there is nothing else to do. */
    private static void patiently(Runnable note) {
        // a node that stops interrupts who sends, and could then write nothing
        var unused = Thread.interrupted();
        var end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (true) {
            try {
                note.run();
                return;
            } catch (RuntimeException e) {
                if (!DatabaseAway.isCauseOf(e) || System.nanoTime() > end) throw e;
                pause(e);
            }
        }
    }

    private static void pause(RuntimeException cause) {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cause;
        }
    }

    private void transmit(Mail mail, Letter letter, MailLook look) {
        var envelope = new Envelope(settings.from(), look.name(), look.replyTo());
        server.send(envelope.message(server, mail, letter));
        LOG.atInfo().addKeyValue("mail", mail.key()).log("mail sent");
    }
}
