package org.plenary.lodging.contact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.OutsidePeople;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;

/** Writes to people of hotels, each in their language. */
@Component
public class ContactMails {
    private final Mails mails;
    private final ConferenceApi conferences;
    private final HotelContacts contacts;
    private final OutsidePeople people;
    private final Urls urls;

    ContactMails(Mails mails, ConferenceApi conferences, HotelContacts contacts, OutsidePeople people, Urls urls) {
        this.mails = mails;
        this.conferences = conferences;
        this.contacts = contacts;
        this.people = people;
        this.urls = urls;
    }

    @OutboundListener(id = "lodging.mail-hotel-contact")
    public void on(ContactInvited invited) {
        // who was sent away before the mail went needs none
        var contact = contacts.byId(invited.contact()).orElse(null);
        if (contact == null) return;
        var scope = contacts.scope(contact.account(), contact.hotel()).orElseThrow();
        var conference = conferences.byId(scope.conference());
        var link = people.passwordLink(contact.account());
        var key = "hotel-contact:" + contact.id() + ":" + contact.invitedAt().toEpochMilli();
        var model = Map.<String, Object>of(
                "contact", contact, "password", link.map(Object::toString).orElse(""));
        send(key, contact, conference, scope.hotel(), "hotel-contact", model);
    }

    /** Tells everybody whom the hotel has here that there is a new rooming list. @param number of the list */
    public void tellOfList(ConferenceView conference, Hotel hotel, int number) {
        for (var contact : contacts.of(hotel.id()))
            send(
                    "rooming-list:" + hotel.id() + ":" + number + ":" + contact.id(),
                    contact,
                    conference,
                    hotel,
                    "hotel-list",
                    Map.of("contact", contact, "number", number));
    }

    private void send(
            String key,
            HotelContact contact,
            ConferenceView conference,
            Hotel hotel,
            String template,
            Map<String, Object> more) {
        var locale = contact.locale();
        var model = new HashMap<>(more);
        model.put("conference", conference.name().in(locale));
        model.put("hotel", hotel.name().in(locale));
        model.put("url", page(hotel.id()));
        mails.send(new Mails.Mail(
                key,
                contact.email(),
                "mail/lodging/" + template,
                locale,
                List.of(hotel.name().in(locale), conference.name().in(locale)),
                model,
                List.of()));
    }

    private String page(UUID hotel) {
        return urls.tenant(Tenancy.require(), "/hotel/" + hotel + "/rooming").toString();
    }
}
