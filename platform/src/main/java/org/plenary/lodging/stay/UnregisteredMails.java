package org.plenary.lodging.stay;

import java.util.HashMap;
import java.util.List;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.registration.BuyersOrders;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;

/** Asks those who booked a room, and of whom nobody is registered, to register or give it up. */
@Component
class UnregisteredMails {
    private final Mails mails;
    private final ConferenceApi conferences;
    private final BuyersOrders orders;
    private final UnregisteredGuests guests;
    private final Urls urls;

    UnregisteredMails(
            Mails mails, ConferenceApi conferences, BuyersOrders orders, UnregisteredGuests guests, Urls urls) {
        this.mails = mails;
        this.conferences = conferences;
        this.orders = orders;
        this.guests = guests;
        this.urls = urls;
    }

    /** Whoever has registered meanwhile is not written to. */
    @OutboundListener(id = "lodging.mail-unregistered-guest")
    public void on(UnregisteredReminded reminded) {
        var conference = conferences.byId(reminded.conference());
        var order = orders.byId(reminded.order());
        var guest = guests.find(conference.id(), reminded.booking(), order.locale());
        if (guest.isEmpty()) return;
        var model = new HashMap<String, Object>();
        model.put("name", order.buyer());
        model.put("conference", conference.name().in(order.locale()));
        model.put("guest", guest.get());
        model.put("url", orders.link(conference, order.id()));
        model.put(
                "register",
                urls.tenant(Tenancy.require(), "/c/" + conference.slug() + "/register")
                        .toString());
        mails.send(new Mails.Mail(
                "unregistered-guest:" + reminded.booking() + ":" + reminded.at().toEpochMilli(),
                order.email(),
                "mail/lodging/unregistered-guest",
                order.locale(),
                List.of(conference.name().in(order.locale())),
                model,
                List.of()));
    }
}
