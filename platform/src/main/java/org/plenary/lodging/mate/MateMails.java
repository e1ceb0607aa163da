package org.plenary.lodging.mate;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.lodging.room.RoomsGivenBack;
import org.plenary.registration.BuyersOrders;
import org.plenary.registration.BuyersOrders.Opened;
import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;

/** Writes to those who are asked to share a room, and to who asked them; in the language of the order. */
@Component
class MateMails {
    private static final Set<String> TO_BUYER = Set.of("room-answer", "room-departure");

    private final Mails mails;
    private final ConferenceApi conferences;
    private final MateRows rows;
    private final MateLinks links;
    private final BuyersOrders orders;

    MateMails(Mails mails, ConferenceApi conferences, MateRows rows, MateLinks links, BuyersOrders orders) {
        this.mails = mails;
        this.conferences = conferences;
        this.rows = rows;
        this.links = links;
        this.orders = orders;
    }

    @OutboundListener(id = "lodging.mail-room-mate")
    public void on(MateMoved moved) {
        var conference = conferences.byId(moved.conference());
        var mate = rows.mate(moved.mate()).orElseThrow();
        var room = rows.room(conference.id(), mate.room()).orElseThrow();
        var order = orders.byId(room.order());
        switch (moved.to()) {
            case INVITED -> invite(conference, mate, room, order);
            case JOINED, DECLINED, LEFT -> tell(conference, mate, room, order, moved.to());
            case REMOVED -> remove(conference, mate, room, order);
            case WITHDRAWN -> {}
        }
    }

    /** Whoever slept in a room that was given back, or was asked into it, looks for another one. */
    @OutboundListener(id = "lodging.mail-room-given-back")
    public void on(RoomsGivenBack given) {
        var order = orders.byId(given.order());
        var conference = conferences.byId(given.conference());
        for (var id : given.rooms()) {
            var room = rows.room(conference.id(), id).orElseThrow();
            for (var mate : rows.matesOf(List.of(id))) {
                var to = mate.email();
                if (to == null) continue;
                send(conference, mate, room, order, "room-over", to, again(conference, mate, room));
                rows.forgetAddress(mate.id());
            }
        }
    }

    private void invite(ConferenceView conference, Mate mate, Room room, Opened order) {
        var to = mate.email();
        if (to == null || mate.status() != Mate.Status.INVITED || !room.confirmed()) return;
        var url = links.make(conference, mate.id());
        send(conference, mate, room, order, "room-invitation", to, Map.of("url", url));
    }

    /** Where they look for another room-mate; nothing for somebody who was invited by mail, or when there is no pool. */
    private Map<String, Object> again(ConferenceView conference, Mate mate, Room room) {
        var own = mate.order();
        if (own == null || !room.pooled()) return Map.of();
        return Map.of("url", orders.link(conference, own));
    }

    private void tell(ConferenceView conference, Mate mate, Room room, Opened order, Mate.Status to) {
        var more =
                Map.<String, Object>of("joined", to == Mate.Status.JOINED, "url", orders.link(conference, order.id()));
        var template = to == Mate.Status.LEFT ? "room-departure" : "room-answer";
        send(conference, mate, room, order, template, order.email(), more);
    }

    private void remove(ConferenceView conference, Mate mate, Room room, Opened order) {
        var to = mate.email();
        if (to == null) return;
        send(conference, mate, room, order, "room-removal", to, again(conference, mate, room));
        rows.forgetAddress(mate.id());
    }

    private void send(
            ConferenceView conference,
            Mate mate,
            Room room,
            Opened order,
            String template,
            String to,
            Map<String, Object> more) {
        var locale = locale(mate, order, template);
        var model = new HashMap<>(more);
        model.put("conference", conference.name().in(locale));
        model.put("inviter", order.buyer());
        model.put("mate", mate.name());
        model.put("hotel", room.hotel().in(locale));
        model.put("type", room.type().in(locale));
        model.put("room", room);
        mails.send(new Mails.Mail(
                template + ":" + mate.id(),
                to,
                "mail/lodging/" + template,
                locale,
                List.of(conference.name().in(locale)),
                model,
                List.of()));
    }

    /** A room-mate with an order of their own reads in its language. */
    private Locale locale(Mate mate, Opened order, String template) {
        var own = mate.order();
        return own == null || TO_BUYER.contains(template)
                ? order.locale()
                : orders.byId(own).locale();
    }
}
