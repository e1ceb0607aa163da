package org.plenary.conference.application;

import org.plenary.conference.ConferenceView;
import org.plenary.conference.theme.AlikeConferences;
import org.springframework.stereotype.Component;

/** Hands applications in, with what was found beside them at that time (PLAN-22). */
@Component
class FilingApplication {
    private static final int MONTHS = 6;

    private final SeekingApproval seeking;
    private final AlikeConferences alike;

    FilingApplication(SeekingApproval seeking, AlikeConferences alike) {
        this.seeking = seeking;
        this.alike = alike;
    }

    /** The index is asked first: nobody waits for it with the application locked. */
    void handIn(ConferenceView conference, long version) {
        seeking.handIn(conference, version, alike.compare(conference, MONTHS));
    }
}
