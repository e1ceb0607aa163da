package org.plenary.insights.dashboard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.web.Formats;
import org.plenary.papers.PaperNumbers;
import org.plenary.registration.DelegateNumbers;
import org.plenary.registration.RegistrationNumbers;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts who takes part, in groups of figures that versions of the statistics can compare. */
@Component
class DelegateFigures {
    static final String COUNTRIES = "countries";
    static final String DAYS = "days";
    private static final int MOST_DAYS = 730;

    private final DelegateNumbers delegates;
    private final RegistrationNumbers registrations;
    private final PaperNumbers papers;
    private final Formats formats;
    private final MessageSource messages;

    DelegateFigures(
            DelegateNumbers delegates,
            RegistrationNumbers registrations,
            PaperNumbers papers,
            Formats formats,
            MessageSource messages) {
        this.delegates = delegates;
        this.registrations = registrations;
        this.papers = papers;
        this.formats = formats;
        this.messages = messages;
    }

    /** @param key stays the same in every version; labels are in the reader's language */
    record Group(String key, String heading, List<Figure> figures) {
        int total() {
            return figures.stream().mapToInt(Figure::value).sum();
        }
    }

    record Figure(String key, String label, int value) {}

    @Transactional(readOnly = true)
    public List<Group> of(ConferenceView conference, Locale locale) {
        var home = conference.venue().country();
        var numbers = delegates.of(conference);
        var groups = new ArrayList<Group>();
        groups.add(origin("delegates", numbers.domestic(), numbers.foreign(), locale));
        groups.add(papers(conference, home, locale));
        groups.add(new Group(
                COUNTRIES,
                text("insights.statistics.countries", locale),
                numbers.countries().stream()
                        .map(each -> new Figure(each.key(), country(each.key(), locale), each.delegates()))
                        .toList()));
        groups.add(new Group(
                "categories", text("insights.statistics.categories", locale), figures(numbers.categories(), locale)));
        groups.add(new Group("fees", text("insights.statistics.fees", locale), figures(numbers.fees(), locale)));
        groups.add(new Group(
                "rights",
                text("insights.statistics.rights", locale),
                numbers.rights().stream()
                        .map(each -> new Figure(
                                each.key(), text("registration.fee.right." + each.key(), locale), each.delegates()))
                        .toList()));
        groups.add(new Group(
                DAYS,
                text("insights.statistics.days", locale),
                registrations.of(conference.id()).byDay().stream()
                        .map(day -> new Figure(day.day().toString(), formats.date(day.day()), day.delegates()))
                        .toList()));
        numbers.questions()
                .forEach(question -> groups.add(new Group(
                        "answer." + question.key(), question.label().in(locale), figures(question.answers(), locale))));
        return groups;
    }

    /** With the days between, on which nobody came; of a very long time, the end. */
    Group everyDay(Group days) {
        var byDay = days.figures().stream()
                .collect(Collectors.toMap(figure -> LocalDate.parse(figure.key()), Figure::value));
        var last = Collections.max(byDay.keySet());
        var first = Collections.min(byDay.keySet());
        var shown = first.isBefore(last.minusDays(MOST_DAYS)) ? last.minusDays(MOST_DAYS) : first;
        return new Group(
                days.key(),
                days.heading(),
                shown.datesUntil(last.plusDays(1))
                        .map(day -> new Figure(day.toString(), formats.date(day), byDay.getOrDefault(day, 0)))
                        .toList());
    }

    private Group papers(ConferenceView conference, String home, Locale locale) {
        var counts = papers.of(conference.id()).byCountry();
        var domestic = counts.stream()
                .filter(each -> each.key().equals(home))
                .mapToInt(PaperNumbers.Count::papers)
                .sum();
        var all = counts.stream().mapToInt(PaperNumbers.Count::papers).sum();
        return origin("papers", domestic, all - domestic, locale);
    }

    private Group origin(String key, int domestic, int foreign, Locale locale) {
        return new Group(
                key,
                text("insights.statistics." + key, locale),
                List.of(
                        new Figure("domestic", text("insights.statistics.domestic", locale), domestic),
                        new Figure("foreign", text("insights.statistics.foreign", locale), foreign)));
    }

    private static List<Figure> figures(List<DelegateNumbers.Count> counts, Locale locale) {
        return counts.stream()
                .map(each -> new Figure(each.key(), each.name().in(locale), each.delegates()))
                .toList();
    }

    private String country(String code, Locale locale) {
        return code.isBlank()
                ? text("insights.chart.unknown", locale)
                : Locale.of("", code).getDisplayCountry(locale);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
