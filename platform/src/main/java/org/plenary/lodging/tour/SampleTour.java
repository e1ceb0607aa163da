package org.plenary.lodging.tour;

import org.plenary.conference.ConferenceView;
import org.plenary.conference.SampleContent;
import org.plenary.conference.SampleText;
import org.springframework.stereotype.Component;

/** One walk with a limit. */
@Component
class SampleTour implements SampleContent {
    private static final int ORDER = 55;

    private final Tours tours;

    SampleTour(Tours tours) {
        this.tours = tours;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void fill(ConferenceView conference, SampleText text) {
        tours.create(conference, text.read("tour", TourInput.class));
    }
}
