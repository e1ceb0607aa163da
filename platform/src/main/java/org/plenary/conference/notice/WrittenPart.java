package org.plenary.conference.notice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.NoticeContent;
import org.plenary.conference.NoticeSection;
import org.plenary.conference.PublicPart;
import org.plenary.kernel.LocalizedText;

/** Sections that the organizer writes, on the conference's public page, as far as they are published. */
class WrittenPart implements PublicPart {
    private final int order;
    private final List<NoticeSection> sections;
    private final NoticeRows rows;
    private final List<NoticeContent> contents;

    WrittenPart(int order, List<NoticeSection> sections, NoticeRows rows, List<NoticeContent> contents) {
        this.order = order;
        this.sections = sections;
        this.rows = rows;
        this.contents = contents;
    }

    /** @param name the last part of its message key */
    record Shown(String name, List<String> paragraphs, List<Line> lines) {}

    record Line(String name, String detail) {}

    @Override
    public int order() {
        return order;
    }

    @Override
    public @Nullable Drawn draw(ConferenceView conference, Locale locale) {
        var held = rows.held(conference.id());
        var shown = new ArrayList<Shown>();
        for (var section : sections) {
            if (!StoredNotices.isShown(held.document(), section, held.unsigned().values())) continue;
            var paragraphs = paragraphs(held.document().of(section).text(), locale);
            var lines = section == NoticeSection.KEY_DATES ? lines(conference, locale) : List.<Line>of();
            // The dates of the conference stand above already: alone they are no news.
            if (!paragraphs.isEmpty() || lines.size() > 1)
                shown.add(new Shown(section.messageKey(), paragraphs, lines));
        }
        return shown.isEmpty() ? null : new Drawn("conference/notice-part", "part", Map.of("sections", shown));
    }

    private List<Line> lines(ConferenceView conference, Locale locale) {
        return contents.stream()
                .filter(content -> content.section() == NoticeSection.KEY_DATES)
                .flatMap(content -> content.items(conference).stream())
                .map(item -> new Line(item.name().in(locale), item.detail().in(locale)))
                .toList();
    }

    private static List<String> paragraphs(LocalizedText text, Locale locale) {
        return Arrays.stream(text.in(locale).split("\\R\\s*\\R"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }
}
