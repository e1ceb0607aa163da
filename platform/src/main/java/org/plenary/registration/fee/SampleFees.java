package org.plenary.registration.fee;

import org.plenary.conference.ConferenceView;
import org.plenary.conference.SampleContent;
import org.plenary.conference.SampleText;
import org.springframework.stereotype.Component;

/** Two that rise, a group discount, and one for those who stay at home. */
@Component
class SampleFees implements SampleContent {
    private static final int ORDER = 40;

    private final Fees fees;

    SampleFees(Fees fees) {
        this.fees = fees;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void fill(ConferenceView conference, SampleText text) {
        for (var fee : text.read("fees", FeeInput[].class)) fees.create(conference, fee);
    }
}
