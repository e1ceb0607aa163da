package org.plenary.lodging.tour;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.registration.BuyersOrders;
import org.plenary.registration.BuyersOrders.Opened;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What buyers do with their vouchers: say who comes, and have them mailed again. */
@Component
class TourVoucherDesk {
    private static final int MAXIMUM_NAME = 200;

    private final TourPlaces places;
    private final TourVouchers vouchers;
    private final BuyersOrders orders;
    private final ConferenceApi conferences;
    private final Post post;

    TourVoucherDesk(
            TourPlaces places, TourVouchers vouchers, BuyersOrders orders, ConferenceApi conferences, Post post) {
        this.places = places;
        this.vouchers = vouchers;
        this.orders = orders;
        this.conferences = conferences;
        this.post = post;
    }

    /** How mails leave, and when. */
    @Component
    record Post(Mails mails, ApplicationEventPublisher events, Clock clock) {}

    /**
     * Writes who comes.
     *
     * @param names by the codes of vouchers of this order
     * @throws Problem.NotFound when one of them is no valid voucher of it
     */
    @Transactional
    public void name(Opened order, Map<String, String> names) {
        var found = new Violations();
        names.forEach((code, name) -> found.optionalText("/names/" + code, name, MAXIMUM_NAME));
        found.throwIfAny();
        names.forEach((code, name) -> {
            if (!places.name(order.id(), code, name.strip())) throw new Problem.NotFound("This voucher");
        });
    }

    /** @return false when there is nothing to send */
    @Transactional
    public boolean mail(ConferenceView conference, Opened order) {
        if (vouchers.of(conference, order.id(), order.locale()).isEmpty()) return false;
        var minute = post.clock().instant().truncatedTo(ChronoUnit.MINUTES);
        post.events().publishEvent(new VouchersAsked(Tenancy.require().id(), conference.id(), order.id(), minute));
        return true;
    }

    @OutboundListener(id = "lodging.mail-tour-vouchers")
    void on(VouchersAsked asked) {
        var conference = conferences.byId(asked.conference());
        var order = orders.byId(asked.order());
        var files = vouchers.files(conference, asked.order(), order.locale());
        if (!files.isEmpty()) send(conference, order, asked.at(), files);
    }

    private void send(ConferenceView conference, Opened order, Instant minute, List<Mails.Attachment> files) {
        Locale locale = order.locale();
        var model = new LinkedHashMap<String, Object>();
        model.put("name", order.buyer());
        model.put("conference", conference.name().in(locale));
        model.put("tours", vouchers.of(conference, order.id(), locale));
        model.put("url", orders.link(conference, order.id()));
        post.mails()
                .send(new Mails.Mail(
                        "tour-vouchers:" + order.id() + ":" + minute,
                        order.email(),
                        "mail/lodging/tour-vouchers",
                        locale,
                        List.of(order.code(), conference.name().in(locale)),
                        model,
                        files));
    }
}
