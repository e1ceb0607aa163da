package org.plenary.papers.committee;

import java.util.UUID;
import org.plenary.identity.ConferenceNames;
import org.plenary.identity.ReviewRights;
import org.springframework.stereotype.Component;

/** Who said yes reviews, until they are removed. */
@Component
class CommitteeRights implements ReviewRights {
    private final Reviewers reviewers;
    private final ConferenceNames conferences;

    CommitteeRights(Reviewers reviewers, ConferenceNames conferences) {
        this.reviewers = reviewers;
        this.conferences = conferences;
    }

    @Override
    public boolean mayReview(UUID account, String conference) {
        return conferences
                .idOf(conference)
                .filter(id -> reviewers.isActive(account, id))
                .isPresent();
    }

    @Override
    public boolean reviews(UUID account) {
        return !reviewers.conferencesOf(account).isEmpty();
    }
}
