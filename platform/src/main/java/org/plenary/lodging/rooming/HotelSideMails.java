package org.plenary.lodging.rooming;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Secrets;
import org.plenary.lodging.contact.ContactMails;
import org.plenary.registration.BuyersOrders;
import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;

/** Tells buyers what the hotel says of their rooms, and the hotel's people what there is for them. */
@Component
class HotelSideMails {
    private final Mails mails;
    private final ConferenceApi conferences;
    private final ConfirmedStays booked;
    private final BuyersOrders orders;
    private final ContactMails contacts;

    HotelSideMails(
            Mails mails, ConferenceApi conferences, ConfirmedStays booked, BuyersOrders orders, ContactMails contacts) {
        this.mails = mails;
        this.conferences = conferences;
        this.booked = booked;
        this.orders = orders;
        this.contacts = contacts;
    }

    @OutboundListener(id = "lodging.mail-rooming-list")
    public void on(ListSent sent) {
        booked.hotel(sent.hotel())
                .ifPresent(hotel -> contacts.tellOfList(conferences.byId(sent.conference()), hotel, sent.number()));
    }

    /** One mail for each room; the same number is told once, however often this is repeated. */
    @OutboundListener(id = "lodging.mail-hotel-numbers")
    public void on(NumbersTaken taken) {
        var conference = conferences.byId(taken.conference());
        for (var given : booked.taken(taken.file()))
            booked.find(given.stay()).ifPresent(stay -> send(conference, stay, "hotel-number", key(stay), Map.of()));
    }

    @OutboundListener(id = "lodging.mail-late-check-out")
    public void on(LateAnswered answered) {
        var conference = conferences.byId(answered.conference());
        booked.find(answered.stay()).ifPresent(found -> {
            var late = found.stay().late();
            if (late == null || late.state() == LateCheckOut.State.REQUESTED) return;
            var key = "late:" + found.stay().id() + ":" + late.state().wire() + ":" + late.until();
            send(
                    conference,
                    found,
                    "late-check-out",
                    key,
                    Map.of("accepted", late.state() == LateCheckOut.State.ACCEPTED, "until", late.until()));
        });
    }

    private static String key(ConfirmedStays.Booked found) {
        var stay = found.stay();
        return "hotel-number:" + stay.id() + ":" + Secrets.hash(stay.acknowledgement() + "/" + stay.roomNumber());
    }

    private void send(
            ConferenceView conference,
            ConfirmedStays.Booked found,
            String template,
            String key,
            Map<String, Object> more) {
        var order = orders.byId(found.order());
        var locale = order.locale();
        var model = new HashMap<>(more);
        model.put("conference", conference.name().in(locale));
        model.put("hotel", found.hotel().name().in(locale));
        model.put("stay", found.stay());
        model.put("url", orders.link(conference, order.id()));
        mails.send(new Mails.Mail(
                key,
                order.email(),
                "mail/lodging/" + template,
                locale,
                List.of(found.hotel().name().in(locale)),
                model,
                List.of()));
    }
}
