package org.plenary.lodging.tour;

import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks after the tours of the bound tenant: those that are short of their minimum, and those that are over. */
@Component
public class TourReview {
    private static final Logger LOG = LoggerFactory.getLogger(TourReview.class);

    private final ConferenceApi conferences;
    private final Tours tours;
    private final TourLife life;

    TourReview(ConferenceApi conferences, Tours tours, TourLife life) {
        this.conferences = conferences;
        this.tours = tours;
        this.life = life;
    }

    public void sweep() {
        for (var conference : conferences.all())
            if (conference.status() != ConferenceStatus.DRAFT && conference.status() != ConferenceStatus.ARCHIVED)
                for (var tour : tours.all(conference.id()))
                    if (tour.isAwaitingMinimum()) {
                        try {
                            life.review(conference, tour.key());
                        } catch (RuntimeException e) {
                            LOG.error("tour {} could not be looked after", tour.id(), e);
                        }
                    }
    }
}
