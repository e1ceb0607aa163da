package org.plenary.conference.setup;

import java.util.List;
import java.util.UUID;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.kernel.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class StoredConferences implements ConferenceApi {
    /** More conferences than one organization holds; a bound so that no answer grows without end. */
    static final int MAXIMUM = 500;

    private final ConferenceRows conferences;
    private final Callers callers;

    StoredConferences(ConferenceRows conferences, Callers callers) {
        this.conferences = conferences;
        this.callers = callers;
    }

    @Override
    @Transactional(readOnly = true)
    public ConferenceView bySlug(String slug) {
        return conferences.bySlug(slug).orElseThrow(StoredConferences::notFound);
    }

    @Override
    @Transactional(readOnly = true)
    public ConferenceView visible(String slug) {
        var conference = bySlug(slug);
        if (!conference.isPublic() && !callers.current().may(Permission.CONFERENCE_READ)) throw notFound();
        return conference;
    }

    @Override
    @Transactional(readOnly = true)
    public ConferenceView byId(UUID id) {
        return conferences.byId(id).orElseThrow(StoredConferences::notFound);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ConferenceView> all() {
        return conferences.all(MAXIMUM);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ConferenceView> readable() {
        var caller = callers.current();
        return all().stream()
                .filter(each -> caller.mayIn(each.id(), Permission.CONFERENCE_READ))
                .toList();
    }

    static Problem.NotFound notFound() {
        return new Problem.NotFound("The conference");
    }
}
