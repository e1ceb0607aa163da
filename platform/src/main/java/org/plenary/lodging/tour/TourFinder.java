package org.plenary.lodging.tour;

import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.springframework.stereotype.Component;

/** Finds the tour that an address names. */
@Component
class TourFinder {
    private final ConferenceApi conferences;
    private final Tours tours;

    TourFinder(ConferenceApi conferences, Tours tours) {
        this.conferences = conferences;
        this.tours = tours;
    }

    record Found(ConferenceView conference, Tour tour) {}

    /** @throws Problem.NotFound when there is none */
    Found find(String conference, String tour) {
        var found = conferences.bySlug(conference);
        return new Found(found, tours.find(found.id(), tour).orElseThrow(() -> new Problem.NotFound("This tour")));
    }
}
