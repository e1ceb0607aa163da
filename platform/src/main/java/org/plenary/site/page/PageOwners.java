package org.plenary.site.page;

import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.springframework.stereotype.Component;

/** Finds whose pages an address is about. */
@Component
class PageOwners {
    private final ConferenceApi conferences;

    PageOwners(ConferenceApi conferences) {
        this.conferences = conferences;
    }

    /** @param slug of a conference; null for the organization */
    PageOwner of(@Nullable String slug) {
        return slug == null ? PageOwner.ORGANIZATION : new PageOwner(conferences.bySlug(slug));
    }

    /** The same for everybody: of a draft of a conference only its staff may know. */
    PageOwner visible(@Nullable String slug) {
        return slug == null ? PageOwner.ORGANIZATION : new PageOwner(conferences.visible(slug));
    }
}
