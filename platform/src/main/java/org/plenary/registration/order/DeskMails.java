package org.plenary.registration.order;

import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;

/** Writes to people whom staff registered how they can pay. */
@Component
class DeskMails {
    private final OrderMails mails;

    DeskMails(OrderMails mails) {
        this.mails = mails;
    }

    @OutboundListener(id = "registration.mail-registered-by-staff")
    public void on(RegisteredByStaff registered) {
        mails.write("order-registered", "order-registered:" + registered.order(), registered.order());
    }
}
