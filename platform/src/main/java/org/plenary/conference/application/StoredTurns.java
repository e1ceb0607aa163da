package org.plenary.conference.application;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plenary.conference.ApprovalTurns;
import org.plenary.conference.ConferenceApi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** It is the turn of the offices at the step where an application waits that have not agreed yet. */
@Component
class StoredTurns implements ApprovalTurns {
    private final ConferenceApi conferences;
    private final SeekingApproval seeking;
    private final ApplicationRows rows;
    private final Offices offices;

    StoredTurns(ConferenceApi conferences, SeekingApproval seeking, ApplicationRows rows, Offices offices) {
        this.conferences = conferences;
        this.seeking = seeking;
        this.rows = rows;
        this.offices = offices;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Turn> now(UUID conference, long version) {
        var found = conferences.byId(conference);
        return seeking.of(found)
                .filter(stand -> stand.application().version() == version)
                .flatMap(stand -> stand.chain().find(stand.application().step()).map(step -> {
                    var people = offices.of(conference);
                    var agreed = new HashSet<>(rows.agreed(
                            conference, step.key(), stand.application().round()));
                    var addresses = step.offices().stream()
                            .filter(office -> !agreed.contains(office))
                            .flatMap(office -> people.getOrDefault(office, List.of()).stream())
                            .distinct()
                            .toList();
                    return new Turn(found, addresses, step.title());
                }));
    }
}
