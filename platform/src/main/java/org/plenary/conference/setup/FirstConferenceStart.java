package org.plenary.conference.setup;

import org.plenary.conference.ConferenceApi;
import org.plenary.tenancy.StartStep;
import org.springframework.stereotype.Component;

/** The sample does not count: it is there to look at. */
@Component
class FirstConferenceStart implements StartStep {
    private static final int ORDER = 20;

    private final ConferenceApi conferences;

    FirstConferenceStart(ConferenceApi conferences) {
        this.conferences = conferences;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String messageKey() {
        return "conference.start.first";
    }

    @Override
    public String path() {
        return "/manage/conferences/new";
    }

    @Override
    public boolean isDone() {
        return conferences.all().stream().anyMatch(conference -> !SampleConference.isSample(conference));
    }
}
