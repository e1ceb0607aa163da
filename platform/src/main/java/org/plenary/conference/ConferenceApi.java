package org.plenary.conference;

import java.util.List;
import java.util.UUID;

/** Finds the conferences of the bound tenant. */
public interface ConferenceApi {
    /** @throws org.plenary.kernel.Problem.NotFound when there is none of this slug */
    ConferenceView bySlug(String slug);

    /**
     * As the current caller may see it: drafts exist only for staff who may read conferences.
     *
     * @throws org.plenary.kernel.Problem.NotFound when there is none that the caller may see
     */
    ConferenceView visible(String slug);

    /** @throws org.plenary.kernel.Problem.NotFound when there is none of this id */
    ConferenceView byId(UUID id);

    List<ConferenceView> all();

    /** Those that the current caller may read as staff: all, or the ones in which they have a role. */
    List<ConferenceView> readable();
}
