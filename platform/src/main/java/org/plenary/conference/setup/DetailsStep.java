package org.plenary.conference.setup;

import org.plenary.conference.ConferenceView;
import org.plenary.conference.SetupStep;
import org.springframework.stereotype.Component;

/** The first step is done by making the conference: it cannot be made without its details. */
@Component
class DetailsStep implements SetupStep {
    private static final int ORDER = 10;

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String messageKey() {
        return "conference.setup.details";
    }

    @Override
    public String path(ConferenceView conference) {
        return "/manage/conferences/" + conference.slug() + "/settings";
    }

    @Override
    public boolean isDone(ConferenceView conference) {
        return true;
    }

    @Override
    public boolean isRequired() {
        return true;
    }
}
