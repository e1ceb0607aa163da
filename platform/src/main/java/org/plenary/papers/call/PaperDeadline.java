package org.plenary.papers.call;

import java.util.List;
import java.util.Locale;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.NoticeContent;
import org.plenary.conference.NoticeSection;
import org.plenary.conference.NoticeWords;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Until when papers are taken, among the key dates of the registration notice. */
@Component
@Order(5)
class PaperDeadline implements NoticeContent {
    private final Calls calls;
    private final NoticeWords words;

    PaperDeadline(Calls calls, NoticeWords words) {
        this.calls = calls;
        this.words = words;
    }

    @Override
    public NoticeSection section() {
        return NoticeSection.KEY_DATES;
    }

    @Override
    public List<Item> items(ConferenceView conference) {
        return calls
                .find(conference.id())
                .map(call -> new Item(
                        words.text("papers.notice.deadline"),
                        NoticeWords.each(locale -> text(call.deadline(), locale)),
                        null))
                .stream()
                .toList();
    }

    private static String text(Deadline deadline, Locale locale) {
        var at = deadline.at();
        return NoticeWords.date(at.toLocalDate(), locale) + " " + at.toLocalTime() + " " + deadline.zone();
    }
}
