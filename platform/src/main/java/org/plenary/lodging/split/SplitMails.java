package org.plenary.lodging.split;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.lodging.mate.MovingIn;
import org.plenary.registration.BuyersOrders;
import org.plenary.registration.BuyersOrders.Opened;
import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;

/** Writes to both sides of a part: who is asked, and who has the room. */
@Component
class SplitMails {
    private final Mails mails;
    private final ConferenceApi conferences;
    private final BuyersOrders orders;
    private final SplitRows rows;
    private final MovingIn mates;

    SplitMails(Mails mails, ConferenceApi conferences, BuyersOrders orders, SplitRows rows, MovingIn mates) {
        this.mails = mails;
        this.conferences = conferences;
        this.orders = orders;
        this.rows = rows;
        this.mates = mates;
    }

    @OutboundListener(id = "lodging.mail-part-of-room")
    public void on(SplitMoved moved) {
        var split = rows.find(moved.split()).orElseThrow();
        switch (moved.to()) {
            case ASKED -> toMate(split, "asked");
            case WITHDRAWN -> toMate(split, "withdrawn");
            case LAPSED -> {
                toMate(split, "lapsed");
                toHolder(split, "lapsed");
            }
            // Who paid gets the order's own mails.
            case PAID -> toHolder(split, "paid");
            case DECLINED -> toHolder(split, "declined");
            case RETURNED -> toHolder(split, "returned");
            case ACCEPTED, CANCELLED -> {}
        }
    }

    private void toMate(Split split, String what) {
        var mate = mates.find(split.mate());
        var to = mate.email();
        if (to == null) return;
        var holder = orders.byId(split.order());
        var own = mate.order();
        var reader = own == null ? holder : orders.byId(own);
        var conference = conferences.byId(split.conference());
        var url = what.equals("asked") ? mates.link(conference, split.mate()) : null;
        send(conference, split, reader, to, "mate-" + what, holder.buyer(), url);
    }

    private void toHolder(Split split, String what) {
        var holder = orders.byId(split.order());
        var conference = conferences.byId(split.conference());
        var name = mates.find(split.mate()).name();
        send(conference, split, holder, holder.email(), "holder-" + what, name, orders.link(conference, holder.id()));
    }

    private void send(
            ConferenceView conference,
            Split split,
            Opened reader,
            String to,
            String what,
            String other,
            @Nullable String url) {
        var name = conference.name().in(reader.locale());
        var model = new HashMap<String, Object>(Map.of(
                "what",
                what,
                "other",
                other,
                "conference",
                name,
                "amount",
                split.total(),
                "until",
                split.until(),
                "zone",
                conference.timeZone()));
        if (url != null) model.put("url", url);
        mails.send(new Mails.Mail(
                "room-part-" + what + ":" + split.id() + ":" + split.mate(),
                to,
                "mail/lodging/room-part",
                reader.locale(),
                List.of(name),
                model,
                List.of()));
    }
}
