package org.plenary.conference.setup;

import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.tenancy.StartStep;
import org.springframework.stereotype.Component;

/** People can register once a conference is published. */
@Component
class PublishingStart implements StartStep {
    private static final int ORDER = 60;

    private final ConferenceApi conferences;

    PublishingStart(ConferenceApi conferences) {
        this.conferences = conferences;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String messageKey() {
        return "conference.start.publishing";
    }

    @Override
    public String path() {
        return "/manage";
    }

    @Override
    public boolean isDone() {
        return conferences.all().stream().anyMatch(ConferenceView::isPublic);
    }
}
