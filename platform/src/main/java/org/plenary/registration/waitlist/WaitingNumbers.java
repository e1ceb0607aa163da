package org.plenary.registration.waitlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.web.ChartTable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How many wait for what, and what became of the offers, in the reader's language. */
@Component
class WaitingNumbers {
    private static final int MOST_BARS = 30;

    private final EntryQueries queries;
    private final KeyNames names;
    private final MessageSource messages;

    WaitingNumbers(EntryQueries queries, KeyNames names, MessageSource messages) {
        this.queries = queries;
        this.names = names;
        this.messages = messages;
    }

    /** @param name of what is waited for */
    record Row(String key, String name, int waiting, int offered, int taken, int lapsed) {}

    /** As the script of the charts reads it. */
    record Chart(List<String> categories, List<Series> series) {
        record Series(String name, List<Integer> values) {}
    }

    List<Row> demand(ConferenceView conference, Locale locale) {
        var demand = queries.demand(conference.id(), MOST_BARS);
        var called = names.of(
                conference, demand.stream().map(EntryQueries.Demand::key).toList(), locale);
        return demand.stream()
                .map(each -> new Row(
                        each.key(),
                        called.getOrDefault(each.key(), each.key()),
                        each.waiting(),
                        each.offered(),
                        each.taken(),
                        each.lapsed()))
                .toList();
    }

    Chart chart(List<Row> rows, Locale locale) {
        return new Chart(
                rows.stream().map(Row::name).toList(),
                List.of(
                        new Chart.Series(
                                text("status.waiting", locale),
                                rows.stream().map(Row::waiting).toList()),
                        new Chart.Series(
                                text("status.offered", locale),
                                rows.stream().map(Row::offered).toList()),
                        new Chart.Series(
                                text("status.taken", locale),
                                rows.stream().map(Row::taken).toList()),
                        new Chart.Series(
                                text("status.lapsed", locale),
                                rows.stream().map(Row::lapsed).toList())));
    }

    ChartTable table(List<Row> rows, Locale locale) {
        var columns = new ArrayList<String>();
        for (var key : List.of("registration.waiting.desk.thing", "status.waiting", "status.offered", "status.taken"))
            columns.add(text(key, locale));
        columns.add(text("status.lapsed", locale));
        return new ChartTable(
                columns,
                rows.stream()
                        .map(row -> List.of(
                                row.name(),
                                String.valueOf(row.waiting()),
                                String.valueOf(row.offered()),
                                String.valueOf(row.taken()),
                                String.valueOf(row.lapsed())))
                        .toList());
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
