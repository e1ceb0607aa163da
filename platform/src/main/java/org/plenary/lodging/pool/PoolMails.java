package org.plenary.lodging.pool;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.lodging.mate.MovingIn;
import org.plenary.registration.BuyersOrders;
import org.plenary.registration.BuyersOrders.Opened;
import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;

/** Writes to people of the pool; until two agreed, a mail says nothing of the other one. */
@Component
class PoolMails {
    private final Mails mails;
    private final ConferenceApi conferences;
    private final BuyersOrders orders;
    private final MovingIn movingIn;

    PoolMails(Mails mails, ConferenceApi conferences, BuyersOrders orders, MovingIn movingIn) {
        this.mails = mails;
        this.conferences = conferences;
        this.orders = orders;
        this.movingIn = movingIn;
    }

    @OutboundListener(id = "lodging.mail-pool-request")
    public void on(PoolAsked asked) {
        toldOfOrder(asked.conference(), asked.order(), "pool-request", asked.request());
    }

    @OutboundListener(id = "lodging.mail-pool-refusal")
    public void on(PoolDeclined declined) {
        toldOfOrder(declined.conference(), declined.order(), "pool-refusal", declined.request());
    }

    @OutboundListener(id = "lodging.mail-pool-match")
    public void on(PoolMatched matched) {
        var conference = conferences.byId(matched.conference());
        var shared = matched.mate() == null ? null : movingIn.shared(conference, matched.mate());
        tell(conference, matched, matched.first(), matched.second(), shared);
        tell(conference, matched, matched.second(), matched.first(), shared);
    }

    @OutboundListener(id = "lodging.mail-pool-pair-ended")
    public void on(PairEnded ended) {
        var found = conferences.byId(ended.conference());
        var model =
                new HashMap<String, Object>(Map.of("other", ended.name(), "url", orders.link(found, ended.order())));
        send(found, orders.byId(ended.order()), "pool-pair-ended", ended.pair(), model);
    }

    private void tell(
            ConferenceView conference, PoolMatched matched, UUID to, UUID other, MovingIn.@Nullable Shared shared) {
        var reader = orders.byId(to);
        var known = orders.byId(other);
        var locale = reader.locale();
        var mate = matched.mate();
        var isGuest = shared != null && !shared.order().equals(to);
        var model = new HashMap<String, Object>();
        model.put("other", isGuest || shared == null ? known.buyer() : shared.mate());
        model.put("email", known.email());
        model.put("part", shared == null ? "nobody" : isGuest ? "guest" : "host");
        model.put("url", isGuest && mate != null ? movingIn.link(conference, mate) : orders.link(conference, to));
        if (shared != null) {
            model.put("room", shared);
            model.put("hotel", shared.hotel().in(locale));
            model.put("type", shared.type().in(locale));
        }
        send(conference, reader, "pool-match", matched.request(), model);
    }

    private void toldOfOrder(UUID conference, UUID order, String template, UUID request) {
        var found = conferences.byId(conference);
        send(found, orders.byId(order), template, request, new HashMap<>(Map.of("url", orders.link(found, order))));
    }

    private void send(
            ConferenceView conference, Opened reader, String template, UUID request, Map<String, Object> model) {
        var name = conference.name().in(reader.locale());
        model.put("conference", name);
        mails.send(new Mails.Mail(
                template + ":" + request + ":" + reader.id(),
                reader.email(),
                "mail/lodging/" + template,
                reader.locale(),
                List.of(name),
                model,
                List.of()));
    }
}
