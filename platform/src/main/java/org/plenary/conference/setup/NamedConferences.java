package org.plenary.conference.setup;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.ConferenceNames;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells identity which conferences there are. It asks for nobody's rights, since they are found out by it. */
@Component
class NamedConferences implements ConferenceNames {
    private final ConferenceRows conferences;

    NamedConferences(ConferenceRows conferences) {
        this.conferences = conferences;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<UUID> idOf(String slug) {
        return conferences.bySlug(slug).map(ConferenceView::id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Named> all() {
        return conferences.all(StoredConferences.MAXIMUM).stream()
                .map(each -> new Named(each.id(), each.slug(), each.name()))
                .toList();
    }
}
