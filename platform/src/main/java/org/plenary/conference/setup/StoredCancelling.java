package org.plenary.conference.setup;

import org.plenary.conference.ConferenceCancelling;
import org.plenary.conference.ConferenceStatus;
import org.plenary.kernel.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class StoredCancelling implements ConferenceCancelling {
    private final Conferences conferences;
    private final Lifecycle lifecycle;

    StoredCancelling(Conferences conferences, Lifecycle lifecycle) {
        this.conferences = conferences;
        this.lifecycle = lifecycle;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(String slug) {
        var conference = conferences.findBySlug(slug).orElseThrow(StoredConferences::notFound);
        if (conference.status() == ConferenceStatus.CANCELLED)
            throw new Problem.Conflict("status_move", "This conference is cancelled already.");
        lifecycle.move(conference, ConferenceStatus.CANCELLED);
        conferences.saveAndFlush(conference);
        lifecycle.changed(conference);
    }
}
