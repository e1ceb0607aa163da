package org.plenary.kernel.web;

import java.util.List;

/** A chart's figures as a table of texts, for those who do not see the chart; the first cell of a row names it. */
public record ChartTable(List<String> columns, List<List<String>> rows) {
    public ChartTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
