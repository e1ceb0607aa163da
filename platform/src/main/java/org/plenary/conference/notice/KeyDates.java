package org.plenary.conference.notice;

import java.util.ArrayList;
import java.util.List;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.NoticeContent;
import org.plenary.conference.NoticeSection;
import org.plenary.conference.NoticeWords;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** When the conference is, and until when people can book. */
@Component
@Order(10)
class KeyDates implements NoticeContent {
    private final NoticeWords words;

    KeyDates(NoticeWords words) {
        this.words = words;
    }

    @Override
    public NoticeSection section() {
        return NoticeSection.KEY_DATES;
    }

    @Override
    public List<Item> items(ConferenceView conference) {
        var items = new ArrayList<Item>();
        items.add(new Item(
                words.text("conference.notice.dates"),
                NoticeWords.each(locale -> words.in(
                        locale,
                        "conference.notice.from-to",
                        NoticeWords.date(conference.startsOn(), locale),
                        NoticeWords.date(conference.endsOn(), locale))),
                null));
        var cutOff = conference.cutOff();
        if (cutOff != null)
            items.add(new Item(
                    words.text(
                            cutOff.decoupled()
                                    ? "conference.notice.registration-closes"
                                    : "conference.notice.everything-closes"),
                    NoticeWords.each(locale -> NoticeWords.date(cutOff.on(), locale)),
                    null));
        return items;
    }
}
