package org.plenary.communication.delivery;

import java.util.HashMap;
import java.util.Map;
import org.plenary.communication.Mails.Mail;
import org.plenary.communication.document.PageRendering;
import org.plenary.communication.document.Sender;
import org.plenary.communication.sender.MailLook;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Draws mails: each from its page and its text, in the frame of the sender. */
@Component
class Letters {
    private static final int MAXIMUM_SUBJECT = 200;

    private final PageRendering pages;
    private final MessageSource messages;

    Letters(PageRendering pages, MessageSource messages) {
        this.pages = pages;
        this.messages = messages;
    }

    Letter draw(Mail mail, MailLook look) {
        var sender = Sender.current(messages, mail.locale());
        var subject = subject(mail);
        var frame = new HashMap<String, Object>(Map.of(
                "sender", look.name(),
                "footer", look.footer(),
                "color", sender.color(),
                "colorText", sender.colorText(),
                "subject", subject,
                "language", mail.locale().toLanguageTag()));
        var answers = look.replyTo();
        frame.put("replyTo", answers == null ? "" : answers);
        var model = new HashMap<>(mail.model());
        model.put("mail", frame);
        var html = pages.render(mail.template(), mail.locale(), model);
        frame.put("body", withoutGaps(pages.render(mail.template() + ".txt", mail.locale(), model)));
        var text = pages.render("mail/layout.txt", mail.locale(), model);
        return new Letter(subject, html, text, mail.locale());
    }

    /** Where a part of a template had nothing to say, its empty lines are left. */
    static String withoutGaps(String text) {
        return text.strip().replaceAll("\\R{3,}", "\n\n");
    }

    /** {@code mail/registration/order-confirmed} has its subject under {@code mail.registration.order-confirmed.subject}. */
    private String subject(Mail mail) {
        var key = mail.template().replace('/', '.') + ".subject";
        return oneLine(messages.getMessage(key, mail.subjectArguments().toArray(), mail.locale()));
    }

    /** Names that people typed get into subjects: a line end there would start a header of their own. */
    static String oneLine(String text) {
        var line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return line.length() <= MAXIMUM_SUBJECT ? line : line.substring(0, MAXIMUM_SUBJECT - 1) + "…";
    }
}
