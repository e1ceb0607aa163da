package org.plenary.registration.order;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Sends confirmations of orders when somebody asks for them again. */
@Component
public class ConfirmationMails {
    private final OrderMails mails;
    private final Orders orders;
    private final OrderSources sources;

    ConfirmationMails(OrderMails mails, Orders orders, OrderSources sources) {
        this.mails = mails;
        this.orders = orders;
        this.sources = sources;
    }

    /**
     * Sends the confirmation to the buyer, with the tickets and documents of today. Who was brought in silently is told of changes
     * from now on.
     *
     * @param key names the mail: one key is sent once
     * @return false when the order is not confirmed any more
     * @throws org.springframework.mail.MailException when the mail server cannot be reached; try again later
     */
    public boolean send(UUID order, String key) {
        if (orders.find(order)
                .filter(each -> each.status() == OrderStatus.CONFIRMED)
                .isEmpty()) return false;
        sources.breakSilence(order);
        mails.confirm(orders.find(order).orElseThrow(), key);
        return true;
    }

    /** What people call the order. */
    public String code(UUID order) {
        return orders.find(order).orElseThrow().code();
    }
}
