package org.plenary.lodging.page;

import org.plenary.conference.ConferenceView;
import org.plenary.conference.SetupStep;
import org.plenary.lodging.hotel.Hotels;
import org.springframework.stereotype.Component;

/** The fifth step of setting a conference up: somewhere to sleep, which not every conference sells. */
@Component
class HotelsStep implements SetupStep {
    private static final int ORDER = 50;

    private final Hotels hotels;

    HotelsStep(Hotels hotels) {
        this.hotels = hotels;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String messageKey() {
        return "lodging.setup.hotels";
    }

    @Override
    public String path(ConferenceView conference) {
        return "/manage/conferences/" + conference.slug() + "/hotels";
    }

    @Override
    public boolean isDone(ConferenceView conference) {
        return !hotels.all(conference.id()).isEmpty();
    }

    @Override
    public boolean isRequired() {
        return false;
    }
}
