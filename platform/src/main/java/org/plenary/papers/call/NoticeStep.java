package org.plenary.papers.call;

import org.plenary.conference.ConferenceView;
import org.plenary.conference.Notices;
import org.plenary.conference.SetupStep;
import org.springframework.stereotype.Component;

/** Once the call for papers is out, the organizers begin to edit the registration notice. */
@Component
class NoticeStep implements SetupStep {
    private static final int ORDER = 70;

    private final Calls calls;
    private final Notices notices;

    NoticeStep(Calls calls, Notices notices) {
        this.calls = calls;
        this.notices = notices;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String messageKey() {
        return "papers.setup.notice";
    }

    @Override
    public String path(ConferenceView conference) {
        return "/manage/conferences/" + conference.slug() + "/notice";
    }

    /** As long as the call is not out there is nothing to begin. */
    @Override
    public boolean isDone(ConferenceView conference) {
        return !conference.isPublic()
                || notices.isBegun(conference.id())
                || calls.find(conference.id()).isEmpty();
    }

    @Override
    public boolean isRequired() {
        return false;
    }
}
