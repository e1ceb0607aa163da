package org.plenary.insights.dashboard;

import java.util.ArrayList;
import java.util.List;
import org.plenary.kernel.web.ChartTable;

/** Figures to draw: one value of each series for each category. */
record Chart(List<String> categories, List<Series> series) {
    record Series(String name, List<Integer> values) {
        Series {
            values = List.copyOf(values);
        }
    }

    Chart {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        for (var each : series)
            if (each.values().size() != categories.size())
                throw new IllegalArgumentException("a series has one value for each category");
    }

    /** @param first the name of the column of categories */
    ChartTable asTable(String first) {
        var columns = new ArrayList<>(List.of(first));
        series.forEach(each -> columns.add(each.name()));
        var rows = new ArrayList<List<String>>();
        for (var i = 0; i < categories.size(); i++) {
            var row = new ArrayList<>(List.of(categories.get(i)));
            for (var each : series) row.add(String.valueOf(each.values().get(i)));
            rows.add(row);
        }
        return new ChartTable(columns, rows);
    }
}
