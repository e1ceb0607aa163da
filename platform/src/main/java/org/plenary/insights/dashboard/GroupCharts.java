package org.plenary.insights.dashboard;

import java.util.List;
import java.util.Locale;
import org.plenary.insights.dashboard.DelegateFigures.Figure;
import org.plenary.insights.dashboard.DelegateFigures.Group;
import org.plenary.kernel.Json;
import org.plenary.kernel.web.ChartTable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Draws up the charts of the statistics from what was counted once for the whole page. */
@Component
class GroupCharts {
    private final DelegateFigures figures;
    private final MessageSource messages;
    private final Json json;

    GroupCharts(DelegateFigures figures, MessageSource messages, Json json) {
        this.figures = figures;
        this.messages = messages;
        this.json = json;
    }

    /** @param figures what the chart draws, as JSON */
    record Panel(String id, String heading, String kind, String figures, ChartTable table) {}

    /** Groups in which nobody is are left out. */
    List<Panel> of(List<Group> groups, Locale locale) {
        return groups.stream()
                .filter(group -> group.total() > 0)
                .map(group -> new Panel(
                        "chart-" + group.key().replace('.', '-'),
                        group.heading(),
                        group.key().equals(DelegateFigures.DAYS) ? "line" : "horizontal",
                        json.write(chart(group, locale)),
                        table(group, locale).asTable(group.heading())))
                .toList();
    }

    /** A chart shows quiet days too; the table names only those on which somebody came. */
    private Chart chart(Group group, Locale locale) {
        if (!group.key().equals(DelegateFigures.DAYS) || group.figures().isEmpty()) return table(group, locale);
        return table(figures.everyDay(group), locale);
    }

    private Chart table(Group group, Locale locale) {
        return new Chart(
                group.figures().stream().map(Figure::label).toList(),
                List.of(new Chart.Series(
                        messages.getMessage("insights.chart.delegates", null, locale),
                        group.figures().stream().map(Figure::value).toList())));
    }
}
