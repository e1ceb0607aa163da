package org.plenary.kernel.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of inputs on a page, named {@code <prefix>.<row>.<column>}, with buttons named {@code update} that move and remove them.
 *
 * @param most rows that are read
 */
public record PostedRows(String prefix, List<String> columns, int most) {
    /** Empty rows for more than there are. */
    private static final int SPARE = 3;

    public PostedRows {
        columns = List.copyOf(columns);
    }

    /** The rows up to the last in which something is written. */
    public int filled(Posted form) {
        var last = -1;
        for (var i = 0; i < most; i++) {
            var at = at(i);
            if (columns.stream().anyMatch(column -> form.has(at + column))) last = i;
        }
        return last + 1;
    }

    /** How many rows the page draws. */
    public int drawn(Posted form) {
        return Math.min(filled(form) + SPARE, most);
    }

    /** The beginning of the names of a row's inputs, with the dot. */
    public String at(int row) {
        return prefix + "." + row + ".";
    }

    /** Does what a button asks for: {@code <prefix>.up.2}, {@code <prefix>.down.2} or {@code <prefix>.remove.2}. */
    public void update(Posted form, String update) {
        var parts = update.split("\\.", -1);
        if (parts.length != 3 || !parts[0].equals(prefix) || !parts[2].matches("\\d{1,3}")) return;
        var row = Integer.parseInt(parts[2]);
        var rows = new ArrayList<List<String>>();
        var count = filled(form);
        for (var i = 0; i < count; i++) rows.add(row(form, i));
        if (row >= count) return;
        switch (parts[1]) {
            case "up" -> Collections.swap(rows, row, Math.max(0, row - 1));
            case "down" -> Collections.swap(rows, row, Math.min(count - 1, row + 1));
            case "remove" -> rows.remove(row);
            default -> {
                return;
            }
        }
        for (var i = 0; i < count; i++) write(form, i, i < rows.size() ? rows.get(i) : null);
    }

    private List<String> row(Posted form, int row) {
        return columns.stream().map(column -> form.get(at(row) + column)).toList();
    }

    private void write(Posted form, int row, @Nullable List<String> values) {
        for (var i = 0; i < columns.size(); i++)
            form.set(at(row) + columns.get(i), values == null ? "" : values.get(i));
    }
}
