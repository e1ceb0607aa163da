package org.plenary.registration.order;

import java.util.HashMap;
import java.util.List;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Secrets;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;

/** Writes to buyers of unpaid orders out of which something was taken that does not take place. */
@Component
class DroppedMails {
    private final Mails mails;
    private final OrderMails.OrderPost post;
    private final ConferenceApi conferences;
    private final Urls urls;

    DroppedMails(Mails mails, OrderMails.OrderPost post, ConferenceApi conferences, Urls urls) {
        this.mails = mails;
        this.post = post;
        this.conferences = conferences;
        this.urls = urls;
    }

    @OutboundListener(id = "registration.mail-lines-dropped")
    public void on(LinesDropped dropped) {
        var order = post.order(dropped.order());
        var conference = conferences.byId(order.conference());
        var secret = Ids.secret();
        post.addSecret(order, Secrets.hash(secret));
        var path = "/c/" + conference.slug() + "/orders/" + order.code() + "?secret=" + secret;
        var model = new HashMap<String, Object>();
        model.put("name", order.contact().name());
        model.put("order", post.view(order));
        model.put("why", dropped.why());
        model.put("waits", order.status() == OrderStatus.PENDING);
        model.put("zone", conference.timeZone());
        model.put("conference", conference.name().in(order.locale()));
        model.put("url", urls.tenant(Tenancy.require(), path).toString());
        mails.send(new Mails.Mail(
                "lines-dropped:" + order.id() + ":" + Secrets.hash(dropped.why()),
                order.contact().email(),
                "mail/registration/lines-dropped",
                order.locale(),
                List.of(order.code(), conference.name().in(order.locale())),
                model,
                List.of()));
    }
}
