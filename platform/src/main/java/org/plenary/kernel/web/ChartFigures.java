package org.plenary.kernel.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a chart draws: one value of each series for each category.
 *
 * @param unit a currency's code; null for plain numbers
 */
public record ChartFigures(
        List<String> categories,
        List<Series> series,
        @Nullable String unit) {
    public record Series(String name, List<? extends Number> values) {
        public Series {
            values = List.copyOf(values);
        }
    }

    public ChartFigures {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        for (var each : series)
            if (each.values().size() != categories.size())
                throw new IllegalArgumentException("a series has one value for each category");
    }

    /** @param first the name of the column of categories */
    public ChartTable asTable(String first, Function<Number, String> written) {
        var columns = new ArrayList<>(List.of(first));
        series.forEach(each -> columns.add(each.name()));
        var rows = new ArrayList<List<String>>();
        for (var at = 0; at < categories.size(); at++) {
            var row = new ArrayList<>(List.of(categories.get(at)));
            for (var each : series) row.add(written.apply(each.values().get(at)));
            rows.add(row);
        }
        return new ChartTable(columns, rows);
    }
}
