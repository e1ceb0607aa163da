package org.plenary.papers.call;

import org.plenary.conference.ConferenceView;
import org.plenary.conference.SetupStep;
import org.springframework.stereotype.Component;

@Component
class CallSetupStep implements SetupStep {
    private final Calls calls;

    CallSetupStep(Calls calls) {
        this.calls = calls;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public String messageKey() {
        return "papers.setup.call";
    }

    @Override
    public String path(ConferenceView conference) {
        return "/manage/conferences/" + conference.slug() + "/papers/call";
    }

    @Override
    public boolean isDone(ConferenceView conference) {
        return calls.find(conference.id()).isPresent();
    }

    @Override
    public boolean isRequired() {
        return false;
    }
}
