package org.plenary.registration.fee;

import org.plenary.conference.ConferenceView;
import org.plenary.conference.SetupStep;
import org.springframework.stereotype.Component;

/** A conference has something to register for when it has a fee. */
@Component
class FeesStep implements SetupStep {
    private static final int ORDER = 40;

    private final Fees fees;

    FeesStep(Fees fees) {
        this.fees = fees;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String messageKey() {
        return "registration.setup.fees";
    }

    @Override
    public String path(ConferenceView conference) {
        return "/manage/conferences/" + conference.slug() + "/fees";
    }

    @Override
    public boolean isDone(ConferenceView conference) {
        return !fees.all(conference.id()).isEmpty();
    }

    @Override
    public boolean isRequired() {
        return true;
    }
}
