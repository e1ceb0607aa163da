package org.plenary.registration.order;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.registration.OrderEnded;
import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;

/** Tells delegates for whom somebody else had ordered that their place is cancelled; groups tell their own. */
@Component
class CancelledPlaceMails {
    private final OrderMails.OrderPost post;
    private final ConferenceApi conferences;
    private final Mails mails;

    CancelledPlaceMails(OrderMails.OrderPost post, ConferenceApi conferences, Mails mails) {
        this.post = post;
        this.conferences = conferences;
        this.mails = mails;
    }

    @OutboundListener(id = "registration.mail-cancelled-places")
    public void on(LinesCancelled cancelled) {
        tell(cancelled.order(), Set.copyOf(cancelled.lines()), cancelled.why());
    }

    @OutboundListener(id = "registration.mail-cancelled-places-of-order")
    public void on(OrderEnded ended) {
        if (ended.cancelled()) tell(ended.order(), Set.of(), ended.why());
    }

    /**
     * Nobody has a ticket before the order was confirmed, and each is told once, by the key of the mail.
     *
     * @param lines that were cancelled; empty for the whole order
     */
    private void tell(UUID id, Set<UUID> lines, @Nullable String why) {
        var order = post.order(id);
        if (order.silent() || order.organization() != null || order.confirmedAt() == null) return;
        var view = post.view(order);
        var gone = view.lines().stream()
                .filter(line -> line.kind().equals("fee") && (lines.isEmpty() || lines.contains(line.id())))
                .map(OrderView.Line::delegate)
                .collect(Collectors.toCollection(HashSet::new));
        for (var delegate : view.delegates())
            if (gone.contains(delegate.id())
                    && delegate.ticket() != null
                    && !delegate.email().isBlank()
                    && !delegate.email().equalsIgnoreCase(order.contact().email()))
                write(order, delegate, why == null ? "" : why);
    }

    private void write(OrderRow order, OrderView.DelegateOfOrder delegate, String why) {
        var conference = conferences.byId(order.conference()).name().in(order.locale());
        mails.send(new Mails.Mail(
                "place-cancelled:" + delegate.id() + ":" + delegate.ticket(),
                delegate.email(),
                "mail/registration/place-cancelled",
                order.locale(),
                List.of(conference),
                Map.of(
                        "name", delegate.name(),
                        "from", order.contact().name(),
                        "conference", conference,
                        "ticket", String.valueOf(delegate.ticket()),
                        "why", why),
                List.of()));
    }
}
