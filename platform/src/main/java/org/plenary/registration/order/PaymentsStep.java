package org.plenary.registration.order;

import org.plenary.conference.ConferenceView;
import org.plenary.conference.SetupStep;
import org.plenary.payments.Payments;
import org.springframework.stereotype.Component;

/** Whatever has a price can be ordered once cards are taken. */
@Component
class PaymentsStep implements SetupStep {
    private static final int ORDER = 45;

    private final Payments payments;

    PaymentsStep(Payments payments) {
        this.payments = payments;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String messageKey() {
        return "registration.setup.payments";
    }

    @Override
    public String path(ConferenceView conference) {
        return "/manage/billing/payments";
    }

    @Override
    public boolean isDone(ConferenceView conference) {
        return payments.takesCards();
    }

    /** A conference may be free. */
    @Override
    public boolean isRequired() {
        return false;
    }
}
