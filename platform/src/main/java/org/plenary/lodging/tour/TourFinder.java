package org.plenary.lodging.tour;

import java.util.Map;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.registration.AccessLog;
import org.plenary.registration.AccessLog.Seen;
import org.plenary.registration.AccessLog.Way;
import org.springframework.stereotype.Component;

/** Finds the tour that an address names, and writes down who looks at those who come along on it. */
@Component
class TourFinder {
    private final ConferenceApi conferences;
    private final Tours tours;
    private final AccessLog log;

    TourFinder(ConferenceApi conferences, Tours tours, AccessLog log) {
        this.conferences = conferences;
        this.tours = tours;
        this.log = log;
    }

    record Found(ConferenceView conference, Tour tour) {}

    /** @throws Problem.NotFound when there is none */
    Found find(String conference, String tour) {
        var found = conferences.bySlug(conference);
        return new Found(found, tours.find(found.id(), tour).orElseThrow(() -> new Problem.NotFound("This tour")));
    }

    /** Staff see who comes along: written down before it is shown. */
    void seen(Found found, Way way, int people) {
        var tour = Map.of("tour", found.tour().key());
        log.record(Seen.list(found.conference().id(), way, "tour-participants", people, tour));
    }
}
