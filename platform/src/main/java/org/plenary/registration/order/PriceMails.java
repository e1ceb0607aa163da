package org.plenary.registration.order;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Secrets;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;

/** Writes to buyers of unpaid orders before and after the price changes. */
@Component
class PriceMails {
    private final Mails mails;
    private final OrderMails.OrderPost post;
    private final PriceChanges changes;
    private final ConferenceApi conferences;
    private final Urls urls;

    PriceMails(Mails mails, OrderMails.OrderPost post, PriceChanges changes, ConferenceApi conferences, Urls urls) {
        this.mails = mails;
        this.post = post;
        this.changes = changes;
        this.conferences = conferences;
        this.urls = urls;
    }

    @OutboundListener(id = "registration.mail-price-news")
    public void on(PriceNews news) {
        var change = changes.find(news.order(), news.periodAt()).orElse(null);
        var order = post.order(news.order());
        // Paid or over meanwhile: it does not concern the buyer any more.
        if (change == null || order.status() != OrderStatus.PENDING) return;
        var conference = conferences.byId(order.conference());
        var name = news.happened() ? "price-changed" : "price-changes";
        var model = new HashMap<String, Object>();
        model.put("name", order.contact().name());
        model.put("order", post.view(order));
        model.put("change", change);
        model.put("zone", conference.timeZone());
        model.put("conference", conference.name().in(order.locale()));
        model.put("url", link(conference.slug(), order));
        mails.send(new Mails.Mail(
                key(name, order.id(), news.periodAt()),
                order.contact().email(),
                "mail/registration/" + name,
                order.locale(),
                List.of(order.code(), conference.name().in(order.locale())),
                model,
                List.of()));
    }

    private static String key(String name, UUID order, Instant periodAt) {
        return name + ":" + order + ":" + periodAt.getEpochSecond();
    }

    private String link(String conference, OrderRow order) {
        var secret = Ids.secret();
        post.addSecret(order, Secrets.hash(secret));
        var path = "/c/" + conference + "/orders/" + order.code() + "?secret=" + secret;
        return urls.tenant(Tenancy.require(), path).toString();
    }
}
