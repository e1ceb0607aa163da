package org.plenary.lodging.tour;

import java.util.List;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.NoticeContent;
import org.plenary.conference.NoticeSection;
import org.plenary.conference.NoticeWords;
import org.springframework.stereotype.Component;

/** The tours in the registration notice: when each begins and what it costs. */
@Component
class TourContent implements NoticeContent {
    private final Tours tours;
    private final NoticeWords words;

    TourContent(Tours tours, NoticeWords words) {
        this.tours = tours;
        this.words = words;
    }

    @Override
    public NoticeSection section() {
        return NoticeSection.TOURS;
    }

    @Override
    public List<Item> items(ConferenceView conference) {
        return tours.all(conference.id()).stream()
                .map(tour -> new Item(
                        tour.name(),
                        NoticeWords.each(locale -> words.in(
                                locale,
                                "lodging.notice.tour",
                                TourTexts.at(tour.startsAt(), locale),
                                NoticeWords.money(tour.price(), locale))),
                        null))
                .toList();
    }
}
