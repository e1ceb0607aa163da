package org.plenary.lodging.hotel;

import java.time.Clock;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.registration.ClosedStock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives back in time what the contracts of the bound tenant say. */
@Component
public class DueReleases {
    private static final Logger LOG = LoggerFactory.getLogger(DueReleases.class);

    private final ConferenceApi conferences;
    private final Hotels hotels;
    private final BlockReleases releases;
    private final ClosedStock closed;
    private final Clock clock;

    DueReleases(ConferenceApi conferences, Hotels hotels, BlockReleases releases, ClosedStock closed, Clock clock) {
        this.conferences = conferences;
        this.hotels = hotels;
        this.releases = releases;
        this.closed = closed;
        this.clock = clock;
    }

    /** @return how many room nights went back to hotels */
    public int sweep() {
        var released = 0;
        for (var conference : conferences.all())
            if (conference.isOpen())
                for (var hotel : hotels.all(conference.id())) released += release(conference, hotel);
        if (released > 0) LOG.info("{} room nights went back to hotels", released);
        return released;
    }

    private int release(ConferenceView conference, Hotel hotel) {
        try {
            // First, so that whoever waited for these rooms has the first turn when the main block gets them.
            closed.closed(conference, hotel.closedParts(clock.instant(), conference));
            return releases.releaseDue(conference, hotel.key());
        } catch (RuntimeException e) {
            LOG.error("rooms of hotel {} could not be given back", hotel.key(), e);
            return 0;
        }
    }
}
