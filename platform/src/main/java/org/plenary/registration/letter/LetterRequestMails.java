package org.plenary.registration.letter;

import java.util.List;
import java.util.Map;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.registration.letter.LetterRequest.State;
import org.plenary.registration.order.OrderAccess;
import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;

/** Tells whoever registered a delegate whether their invitation can be had. No mail says anything of a passport. */
@Component
class LetterRequestMails {
    private final LetterRequests requests;
    private final LetterRows letters;
    private final OrderAccess orders;
    private final ConferenceApi conferences;
    private final Mails mails;

    LetterRequestMails(
            LetterRequests requests, LetterRows letters, OrderAccess orders, ConferenceApi conferences, Mails mails) {
        this.requests = requests;
        this.letters = letters;
        this.orders = orders;
        this.conferences = conferences;
        this.mails = mails;
    }

    @OutboundListener(id = "registration.mail-letter-request")
    void on(LetterRequestDecided event) {
        var request = requests.of(event.delegate()).orElse(null);
        if (request == null || request.version() != event.version()) return;
        var to = letters.addressee(event.delegate());
        if (to.email().isEmpty()) return;
        var conference = conferences.byId(event.conference());
        var name = conference.name().in(to.locale());
        mails.send(new Mails.Mail(
                "letter-request:" + event.delegate() + ":" + event.version(),
                to.email(),
                "mail/registration/letter-request",
                to.locale(),
                List.of(name),
                Map.of(
                        "name", to.name(),
                        "delegate", to.delegate(),
                        "conference", name,
                        "approved", request.state() == State.APPROVED,
                        "reason", request.reason(),
                        "url", orders.link(conference, to.order(), to.code(), "letters")),
                List.of()));
    }
}
