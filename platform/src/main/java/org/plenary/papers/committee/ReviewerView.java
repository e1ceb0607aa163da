package org.plenary.papers.committee;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.papers.submission.Conflict;

/** A reviewer on the wire, for staff. */
record ReviewerView(
        UUID id,
        String name,
        String email,
        @Nullable String affiliation,
        @Nullable String country,
        String language,
        String status,
        @Nullable String declineReason,
        boolean senior,
        List<String> tracks,
        int least,
        int most,
        int capacity,
        Map<String, Expertise> topics,
        List<Conflict> conflicts) {

    static ReviewerView of(Reviewer reviewer) {
        return new ReviewerView(
                reviewer.id(),
                reviewer.name(),
                reviewer.email(),
                reviewer.profile().affiliation(),
                reviewer.profile().country(),
                reviewer.locale().toLanguageTag(),
                reviewer.standing().code(),
                reviewer.reason(),
                reviewer.seat().senior(),
                reviewer.seat().tracks(),
                reviewer.seat().least(),
                reviewer.seat().most(),
                reviewer.capacity(),
                reviewer.profile().topics(),
                reviewer.profile().conflicts());
    }
}
