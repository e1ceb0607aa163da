package org.plenary.registration.group;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.registration.OrderConfirmed;
import org.plenary.registration.fee.Fees;
import org.plenary.registration.order.GroupOrders;
import org.plenary.registration.order.PlaceTickets;
import org.plenary.tenancy.ModuleListener;
import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;

/** Writes to the people of groups. */
@Component
class PlaceMails {
    private final Mails mails;
    private final PlacePost post;
    private final ConferenceApi conferences;
    private final PlaceLinks links;
    private final PlaceTickets tickets;

    PlaceMails(Mails mails, PlacePost post, ConferenceApi conferences, PlaceLinks links, PlaceTickets tickets) {
        this.mails = mails;
        this.post = post;
        this.conferences = conferences;
        this.links = links;
        this.tickets = tickets;
    }

    /** Who was named before the order was certain has a ticket by it. */
    @ModuleListener(id = "registration.group-tickets", condition = "#confirmed.mayBeGroups()")
    public void on(OrderConfirmed confirmed) {
        post.issueTickets(confirmed.order());
    }

    @OutboundListener(id = "registration.mail-place-invited")
    public void on(PlaceInvited invited) {
        var conference = conferences.byId(invited.conference());
        var place = post.place(invited.conference(), invited.place());
        var to = place.sentTo();
        if (to == null || place.isNamed() || !place.isLive()) return;
        var group = post.group(place);
        var model = model(conference, group, place, group.order().locale());
        model.put("reminder", invited.isReminder());
        model.put("until", post.lastDay(conference));
        mails.send(new Mails.Mail(
                invited.key(),
                to,
                "mail/registration/group-invitation",
                group.order().locale(),
                List.of(conference.name().in(group.order().locale())),
                model,
                List.of()));
    }

    @OutboundListener(id = "registration.mail-place-ticket")
    public void on(TicketIssued issued) {
        var conference = conferences.byId(issued.conference());
        var place = post.place(issued.conference(), issued.place());
        var ticket = place.ticket();
        if (ticket == null || !place.isNamed() || !place.isLive()) return;
        var group = post.group(place);
        var locale = place.locale() == null ? group.order().locale() : place.locale();
        var model = model(conference, group, place, locale);
        model.put("place", place);
        model.put("until", post.lastDay(conference));
        var code = group.order().code();
        mails.send(new Mails.Mail(
                issued.key(),
                place.email(),
                "mail/registration/group-ticket",
                locale,
                List.of(conference.name().in(locale)),
                model,
                List.of(
                        new Mails.Attachment(
                                "ticket-" + code + ".pdf",
                                "application/pdf",
                                tickets.pdf(conference, post.holder(conference, place, ticket, locale), code, locale)),
                        new Mails.Attachment(
                                conference.slug() + ".ics",
                                "text/calendar; charset=UTF-8",
                                tickets.calendar(conference, locale)))));
    }

    private HashMap<String, Object> model(
            ConferenceView conference, GroupOrders.Group group, Place place, Locale locale) {
        var model = new HashMap<String, Object>();
        model.put("conference", conference.name().in(locale));
        model.put("startsOn", conference.startsOn());
        model.put("endsOn", conference.endsOn());
        model.put("organization", group.organization());
        model.put("coordinator", group.order().contact().name());
        model.put("fee", post.fee(conference, place, locale));
        model.put("url", links.make(conference, place.id()).toString());
        return model;
    }

    /** What the mails read. */
    @Component
    static class PlacePost {
        private final PlaceRows places;
        private final GroupOrders orders;
        private final Fees fees;
        private final GroupSettings settings;
        private final NamingRules rules;

        PlacePost(PlaceRows places, GroupOrders orders, Fees fees, GroupSettings settings, NamingRules rules) {
            this.places = places;
            this.orders = orders;
            this.fees = fees;
            this.settings = settings;
            this.rules = rules;
        }

        void issueTickets(UUID order) {
            orders.find(order)
                    .ifPresent(group -> places.of(order).forEach(place -> {
                        if (place.ticket() != null && place.isLive())
                            rules.issued(group.order().conference(), place.id(), place.ticket(), place.email());
                    }));
        }

        Place place(UUID conference, UUID id) {
            return places.find(conference, id).orElseThrow();
        }

        GroupOrders.Group group(Place place) {
            return orders.find(place.order()).orElseThrow();
        }

        java.time.LocalDate lastDay(ConferenceView conference) {
            return settings.of(conference.id()).lastDay(conference);
        }

        PlaceTickets.Holder holder(ConferenceView conference, Place place, String ticket, Locale locale) {
            return new PlaceTickets.Holder(place.id(), place.name(), fee(conference, place, locale), ticket);
        }

        String fee(ConferenceView conference, Place place, Locale locale) {
            return fees.all(conference.id()).stream()
                    .filter(fee -> fee.key().equals(place.fee()))
                    .map(fee -> fee.name().in(locale))
                    .findFirst()
                    .orElse(place.fee());
        }
    }
}
