package org.plenary.insights.dashboard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plenary.insights.dashboard.Chart.Series;
import org.plenary.insights.dashboard.Statistics.Count;
import org.plenary.insights.dashboard.Statistics.Day;
import org.plenary.insights.dashboard.Statistics.Figures;
import org.plenary.kernel.Json;
import org.plenary.kernel.web.Formats;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Draws up the charts of the dashboard in the reader's language. */
@Component
class Charts {
    static final List<String> NAMES = List.of("registrations", "fees", "rooms", "tours", "countries", "tracks");
    private static final int MOST_BARS = 15;
    private static final int MOST_DAYS = 730;

    private final MessageSource messages;
    private final Formats formats;
    private final Json json;

    Charts(MessageSource messages, Formats formats, Json json) {
        this.messages = messages;
        this.formats = formats;
        this.json = json;
    }

    /** As the page hands it to the script that draws it. */
    String json(Chart chart) {
        return json.write(chart);
    }

    /** Empty when there is no chart of this name. */
    Optional<Chart> of(String name, Figures figures, Locale locale) {
        return Optional.ofNullable(
                switch (name) {
                    case "registrations" -> registrations(figures, locale);
                    case "fees" -> fees(figures, locale);
                    case "rooms" -> rooms(figures, locale);
                    case "tours" -> tours(figures, locale);
                    case "countries" -> papers(figures.papers().byCountry(), code -> country(code, locale), locale);
                    case "tracks" -> papers(figures.papers().byTrack(), track -> track, locale);
                    default -> null;
                });
    }

    /** Every day from the first registration to the last one, so that quiet weeks are seen. */
    private Chart registrations(Figures figures, Locale locale) {
        var byDay = figures.registrations().byDay();
        if (byDay.isEmpty()) return new Chart(List.of(), List.of());
        var counts = byDay.stream().collect(Collectors.toMap(Day::day, Day::delegates));
        var last = byDay.getLast().day();
        var first = byDay.getFirst().day();
        var shown = first.isBefore(last.minusDays(MOST_DAYS)) ? last.minusDays(MOST_DAYS) : first;
        var total = byDay.stream()
                .filter(day -> day.day().isBefore(shown))
                .mapToInt(Day::delegates)
                .sum();
        var categories = new ArrayList<String>();
        var perDay = new ArrayList<Integer>();
        var together = new ArrayList<Integer>();
        for (var day : shown.datesUntil(last.plusDays(1)).toList()) {
            var count = counts.getOrDefault(day, 0);
            total += count;
            categories.add(formats.date(day));
            perDay.add(count);
            together.add(total);
        }
        return new Chart(
                categories,
                List.of(
                        new Series(text("insights.chart.together", locale), together),
                        new Series(text("insights.chart.per-day", locale), perDay)));
    }

    /** A fee without a limit shows none. */
    private Chart fees(Figures figures, Locale locale) {
        var fees = figures.registrations().byFee();
        var capacities = fees.stream()
                .map(fee -> fee.capacity() == null ? 0 : fee.capacity())
                .toList();
        var series = new ArrayList<Series>();
        series.add(new Series(
                text("insights.chart.delegates", locale),
                fees.stream().map(Statistics.FeeShare::delegates).toList()));
        if (capacities.stream().anyMatch(capacity -> capacity > 0))
            series.add(new Series(text("insights.chart.capacity", locale), capacities));
        return new Chart(fees.stream().map(Statistics.FeeShare::fee).toList(), series);
    }

    /** A tour without a limit shows none. */
    private Chart tours(Figures figures, Locale locale) {
        var tours = figures.tours();
        var series = new ArrayList<Series>();
        series.add(new Series(
                text("insights.chart.taken", locale),
                tours.stream().map(Statistics.Tour::taken).toList()));
        var capacities = tours.stream()
                .map(tour -> tour.capacity() == null ? 0 : tour.capacity())
                .toList();
        if (capacities.stream().anyMatch(capacity -> capacity > 0))
            series.add(new Series(text("insights.chart.capacity", locale), capacities));
        return new Chart(tours.stream().map(tour -> tour.name().in(locale)).toList(), series);
    }

    private Chart rooms(Figures figures, Locale locale) {
        var nights = figures.rooms().nights();
        return new Chart(
                nights.stream().map(Statistics.Night::date).map(this::date).toList(),
                List.of(
                        new Series(
                                text("insights.chart.block", locale),
                                nights.stream().map(Statistics.Night::block).toList()),
                        new Series(
                                text("insights.chart.taken", locale),
                                nights.stream().map(Statistics.Night::taken).toList())));
    }

    /** The most first; the tail in one bar. */
    private Chart papers(List<Count> counts, Function<String, String> name, Locale locale) {
        var categories = new ArrayList<String>();
        var papers = new ArrayList<Integer>();
        counts.stream().limit(MOST_BARS).forEach(count -> {
            categories.add(count.key().isEmpty() ? text("insights.chart.unknown", locale) : name.apply(count.key()));
            papers.add(count.papers());
        });
        if (counts.size() > MOST_BARS) {
            categories.add(text("insights.chart.others", locale));
            papers.add(counts.stream().skip(MOST_BARS).mapToInt(Count::papers).sum());
        }
        return new Chart(categories, List.of(new Series(text("insights.chart.papers", locale), papers)));
    }

    private String date(LocalDate date) {
        return formats.date(date);
    }

    private static String country(String code, Locale locale) {
        return Locale.of("", code).getDisplayCountry(locale);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
