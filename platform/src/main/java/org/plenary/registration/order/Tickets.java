package org.plenary.registration.order;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import org.plenary.communication.Pdfs;
import org.plenary.conference.ConferenceView;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;

/** Draws what a delegate takes along: tickets with their QR codes, and the conference for the calendar. */
@Component
class Tickets {
    private final Pdfs pdfs;
    private final OrderQueries queries;
    private final Urls urls;

    Tickets(Pdfs pdfs, OrderQueries queries, Urls urls) {
        this.pdfs = pdfs;
        this.queries = queries;
        this.urls = urls;
    }

    /** @param qr a {@code data:} address */
    record Ticket(UUID delegate, String name, String fee, String code, String qr) {}

    /** One card per delegate of a confirmed order; empty when nobody has a ticket. */
    Optional<byte[]> all(ConferenceView conference, OrderRow order) {
        if (order.status() != OrderStatus.CONFIRMED) return Optional.empty();
        var tickets = tickets(order);
        return tickets.isEmpty() ? Optional.empty() : Optional.of(pdf(conference, order, tickets));
    }

    /** The card of one delegate. */
    byte[] pdf(ConferenceView conference, OrderRow order, UUID delegate) {
        return pdf(
                conference,
                order,
                tickets(order).stream()
                        .filter(ticket -> ticket.delegate().equals(delegate))
                        .toList());
    }

    private byte[] pdf(ConferenceView conference, OrderRow order, List<Ticket> tickets) {
        return pdfs.draw(
                "pdf/registration/ticket",
                order.locale(),
                Map.of(
                        "conference", conference.name().in(order.locale()),
                        "startsOn", conference.startsOn(),
                        "endsOn", conference.endsOn(),
                        "venue", conference.venue().name().in(order.locale()),
                        "city", conference.venue().city().in(order.locale()),
                        "code", order.code(),
                        "tickets", tickets));
    }

    private List<Ticket> tickets(OrderRow order) {
        return queries.delegates(order.id()).stream()
                .filter(OrderView.DelegateOfOrder::isValid)
                .flatMap(delegate -> java.util.stream.Stream.ofNullable(delegate.ticket())
                        .map(code ->
                                new Ticket(delegate.id(), delegate.name(), delegate.fee(), code, pdfs.qrCode(code))))
                .toList();
    }

    /** The conference as a calendar file; its days are whole days, and the end of such an event is the day after. */
    String calendar(ConferenceView conference, OrderRow order) {
        return calendar(conference, order.locale());
    }

    String calendar(ConferenceView conference, Locale locale) {
        var event = new VEvent(
                conference.startsOn(),
                conference.endsOn().plusDays(1),
                conference.name().in(locale));
        event.add(new Uid(conference.id() + "@" + Tenancy.require().slug()));
        event.add(new Location(conference.venue().name().in(locale) + ", "
                + conference.venue().city().in(locale)));
        event.add(new Url(urls.tenant(Tenancy.require(), "/c/" + conference.slug())));
        return new Calendar()
                .withProdId("-//Plenary//Registration//EN")
                .withDefaults()
                .withComponent(event)
                .getFluentTarget()
                .toString();
    }
}
