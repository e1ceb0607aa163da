package org.plenary.papers.call;

import java.util.Set;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.SampleContent;
import org.plenary.conference.SampleText;
import org.springframework.stereotype.Component;

/** Two tracks and a deadline. It is not told as an opened call: nobody need be reminded of its notice. */
@Component
class SampleCall implements SampleContent {
    private static final int ORDER = 60;

    private final Calls calls;

    SampleCall(Calls calls) {
        this.calls = calls;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void fill(ConferenceView conference, SampleText text) {
        calls.save(conference.id(), text.read("call", CallInput.class).checked(null, Set.of()));
    }
}
