package org.plenary.registration.order;

import org.plenary.payments.Payments;
import org.plenary.tenancy.StartStep;
import org.springframework.stereotype.Component;

/** The account for card payments is opened once for all conferences. */
@Component
class PaymentsStart implements StartStep {
    private static final int ORDER = 50;

    private final Payments payments;

    PaymentsStart(Payments payments) {
        this.payments = payments;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String messageKey() {
        return "registration.start.payments";
    }

    @Override
    public String path() {
        return "/manage/billing/payments";
    }

    @Override
    public boolean isDone() {
        return payments.takesCards();
    }
}
