package org.plenary.finding;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.fulltext.LookedUpKind;
import org.plenary.fulltext.Marked;
import org.plenary.identity.Permission;
import org.plenary.kernel.web.Formats;
import org.springframework.stereotype.Component;

/** The organization's conferences: by their names in any of their languages, their addresses, cities and years. */
@Component
class ConferencesByName implements LookedUpKind {
    private final ConferenceApi conferences;
    private final Formats formats;

    ConferencesByName(ConferenceApi conferences, Formats formats) {
        this.conferences = conferences;
        this.formats = formats;
    }

    @Override
    public String key() {
        return "conference";
    }

    @Override
    public int place() {
        return 60;
    }

    @Override
    public String icon() {
        return "ti-calendar-event";
    }

    @Override
    public Permission permission() {
        return Permission.CONFERENCE_READ;
    }

    @Override
    public Answer lookUp(Asked asked) {
        var words = asked.text().toLowerCase(Locale.ROOT).split("\\s+");
        var found = conferences.readable().stream()
                .filter(each -> asked.ids().contains(each.id()))
                .filter(each -> Arrays.stream(words).allMatch(text(each)::contains))
                .sorted(Comparator.comparing(ConferenceView::startsOn)
                        .reversed()
                        .thenComparing(ConferenceView::id))
                .toList();
        var shown = found.stream()
                .skip(asked.from())
                .limit(asked.limit())
                .map(each -> shown(each, asked))
                .toList();
        return new Answer(shown, found.size());
    }

    private Shown shown(ConferenceView each, Asked asked) {
        var line = formats.dateRange(each.startsOn(), each.endsOn()) + " · " + city(each, asked.locale()) + " · "
                + formats.status(each.status());
        return new Shown(
                each.id(),
                each.id(),
                Marked.of(each.name().in(asked.locale()), asked.text()),
                Marked.of(line, asked.text()),
                asked.base(each.id()));
    }

    private static String city(ConferenceView each, Locale locale) {
        return each.venue().city().in(locale);
    }

    private static String text(ConferenceView each) {
        return (each.name().values().values() + " " + each.slug() + " "
                        + each.venue().city().values().values() + " "
                        + each.startsOn().getYear())
                .toLowerCase(Locale.ROOT);
    }
}
