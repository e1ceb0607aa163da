package org.plenary.conference.notice;

import java.util.List;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.NoticeContent;
import org.plenary.conference.NoticeSection;
import org.springframework.stereotype.Component;

/** Where the conference is. */
@Component
class VenueContent implements NoticeContent {
    @Override
    public NoticeSection section() {
        return NoticeSection.VENUE;
    }

    @Override
    public List<Item> items(ConferenceView conference) {
        return List.of(new Item(conference.venue().name(), conference.venue().city(), null));
    }
}
