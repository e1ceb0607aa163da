package org.plenary.conference.setup;

import java.util.List;
import java.util.UUID;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.kernel.Problem;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class StoredConferences implements ConferenceApi {
    /** More conferences than one organization holds; a bound so that no answer grows without end. */
    private static final int MAXIMUM = 500;

    private final Conferences conferences;
    private final ConferenceDocuments documents;
    private final Callers callers;

    StoredConferences(Conferences conferences, ConferenceDocuments documents, Callers callers) {
        this.conferences = conferences;
        this.documents = documents;
        this.callers = callers;
    }

    @Override
    @Transactional(readOnly = true)
    public ConferenceView bySlug(String slug) {
        return conferences.findBySlug(slug).map(documents::view).orElseThrow(StoredConferences::notFound);
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
        return conferences.findById(id).map(documents::view).orElseThrow(StoredConferences::notFound);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ConferenceView> all() {
        return conferences.findAllByOrderByStartsOnDescIdDesc(Limit.of(MAXIMUM)).stream()
                .map(documents::view)
                .toList();
    }

    static Problem.NotFound notFound() {
        return new Problem.NotFound("The conference");
    }
}
