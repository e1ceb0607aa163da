package org.plenary.lodging.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.NoticeContent;
import org.plenary.conference.NoticeSection;
import org.plenary.conference.NoticeWords;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.Hotels;
import org.springframework.stereotype.Component;

/** The hotels in the registration notice: what a night costs in each. */
@Component
class HotelContent implements NoticeContent {
    private final Hotels hotels;
    private final NoticeWords words;

    HotelContent(Hotels hotels, NoticeWords words) {
        this.hotels = hotels;
        this.words = words;
    }

    @Override
    public NoticeSection section() {
        return NoticeSection.HOTELS;
    }

    @Override
    public List<Item> items(ConferenceView conference) {
        return hotels.all(conference.id()).stream()
                .map(hotel ->
                        new Item(hotel.name(), NoticeWords.each(locale -> detail(hotel, locale)), hotel.agreement()))
                .toList();
    }

    private String detail(Hotel hotel, Locale locale) {
        var rates = hotel.roomTypes().stream()
                .map(type -> words.in(
                        locale,
                        "lodging.notice.rate",
                        type.name().in(locale),
                        NoticeWords.money(type.nightlyRate(), locale)))
                .collect(Collectors.joining(words.in(locale, "lodging.notice.and")));
        var address = hotel.address().in(locale);
        return address.isEmpty() ? rates : words.in(locale, "lodging.notice.hotel", address, rates);
    }
}
