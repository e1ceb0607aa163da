package org.plenary.registration.order;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.plenary.communication.Mails;
import org.plenary.communication.Pdfs;
import org.plenary.conference.ConferenceApi;
import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;

/** Tells buyers where to transfer their money to, and reminds them while there is time. */
@Component
class TransferMails {
    private final OrderMails mails;
    private final OrderMails.OrderPost post;
    private final ConferenceApi conferences;
    private final TransferScreen screen;
    private final Pdfs pdfs;

    TransferMails(
            OrderMails mails, OrderMails.OrderPost post, ConferenceApi conferences, TransferScreen screen, Pdfs pdfs) {
        this.mails = mails;
        this.post = post;
        this.conferences = conferences;
        this.screen = screen;
        this.pdfs = pdfs;
    }

    @OutboundListener(id = "registration.mail-transfer")
    public void on(TransferAsked asked) {
        var order = post.order(asked.order());
        var name = asked.reminder() ? "order-transfer-reminder" : "order-transfer";
        // Paid or over meanwhile: it does not concern the buyer any more.
        screen.find(conferences.byId(order.conference()), order).ifPresent(transfer -> {
            var text = transfer.qrText();
            mails.send(
                    name,
                    name + ":" + order.id() + ":" + transfer.dueOn(),
                    order,
                    Map.of("transfer", transfer),
                    text == null ? List.of() : List.of(picture(order, text)));
        });
    }

    private Mails.Attachment picture(OrderRow order, String text) {
        var data = pdfs.qrCode(text);
        var png = Base64.getDecoder().decode(data.substring(data.indexOf(',') + 1));
        return new Mails.Attachment("transfer-" + order.code() + ".png", "image/png", png);
    }
}
