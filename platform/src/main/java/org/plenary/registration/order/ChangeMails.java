package org.plenary.registration.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;

/** Tells buyers of changes, and new people of the places that were passed on to them. */
@Component
class ChangeMails {
    private final OrderMails orderMails;
    private final OrderMails.OrderPost post;
    private final OrderAttachments attachments;
    private final ConferenceApi conferences;
    private final Mails mails;

    ChangeMails(
            OrderMails orderMails,
            OrderMails.OrderPost post,
            OrderAttachments attachments,
            ConferenceApi conferences,
            Mails mails) {
        this.orderMails = orderMails;
        this.post = post;
        this.attachments = attachments;
        this.conferences = conferences;
        this.mails = mails;
    }

    @OutboundListener(id = "registration.mail-changed-delegate")
    public void on(DelegateChanged changed) {
        var order = post.order(changed.order());
        var conference = conferences.byId(order.conference());
        var currency = order.total().getCurrencyUnit();
        var files = new ArrayList<>(attachments.document(order, changed.document()));
        if (changed.transfer()) files.addAll(attachments.tickets(conference, order));
        orderMails.send(
                "delegate-changed",
                "delegate-changed:" + changed.change(),
                order,
                Map.of(
                        "delegate", name(order, changed),
                        "transfer", changed.transfer(),
                        "paid", Money.ofMinor(currency, changed.paidMinor()),
                        "back", Money.ofMinor(currency, changed.backMinor())),
                files);
    }

    @OutboundListener(id = "registration.mail-changed-part")
    public void on(PartChanged changed) {
        var order = post.order(changed.order());
        var currency = order.total().getCurrencyUnit();
        orderMails.send(
                "part-changed",
                "part-changed:" + changed.change(),
                order,
                Map.of(
                        "paid", Money.ofMinor(currency, changed.paidMinor()),
                        "back", Money.ofMinor(currency, changed.backMinor())),
                attachments.document(order, changed.document()));
    }

    /** One that was paid or dropped before the mail is written needs none. */
    @OutboundListener(id = "registration.mail-waiting-change")
    public void on(ChangeWaits waits) {
        var waiting = post.waiting(waits.order()).filter(change -> change.id().equals(waits.change()));
        if (waiting.isEmpty()) return;
        var order = post.order(waits.order());
        orderMails.send(
                "change-waits",
                "change-waits:" + waits.change(),
                order,
                Map.of(
                        "due", waiting.get().due(),
                        "lines", waiting.get().proposal().add(),
                        "until", waiting.get().expiresAt()),
                List.of());
    }

    /** The link of the order stays with who ordered; the new person gets the ticket. */
    @OutboundListener(id = "registration.mail-passed-on-place")
    public void mailNewPerson(DelegateChanged changed) {
        if (!changed.transfer()) return;
        var order = post.order(changed.order());
        var conference = conferences.byId(order.conference());
        var delegate = post.view(order).delegates().stream()
                .filter(each -> each.id().equals(changed.delegate()) && each.isValid())
                .findFirst();
        if (delegate.isEmpty()) return;
        var model = new HashMap<String, Object>();
        model.put("name", delegate.get().name());
        model.put("from", order.contact().name());
        model.put("conference", conference.name().in(order.locale()));
        model.put("startsOn", conference.startsOn());
        model.put("endsOn", conference.endsOn());
        model.put("ticket", delegate.get().ticket());
        mails.send(new Mails.Mail(
                "passed-on:" + changed.change(),
                delegate.get().email(),
                "mail/registration/passed-on",
                order.locale(),
                List.of(conference.name().in(order.locale())),
                model,
                attachments.ticketOf(conference, order, changed.delegate())));
    }

    private String name(OrderRow order, DelegateChanged changed) {
        return post.view(order).delegates().stream()
                .filter(each -> each.id().equals(changed.delegate()))
                .map(OrderView.DelegateOfOrder::name)
                .findFirst()
                .orElse("");
    }
}
