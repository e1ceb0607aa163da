package org.plenary.registration.group;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of names that was read, and what each row would do.
 *
 * @param unknown the names of columns that are left out
 */
record CheckedSheet(List<String> unknown, List<Row> rows) {
    /** @param number as the sheet counts its rows; @param place that the person would have; null for a wrong row */
    record Row(int number, String who, @Nullable UUID place, PlaceForms.Given given, List<Wrong> wrong) {
        public boolean isGood() {
            return wrong.isEmpty();
        }
    }

    /** @param column whose cell it is; empty for the whole row */
    record Wrong(String column, String message) {}

    public List<Row> good() {
        return rows.stream().filter(Row::isGood).toList();
    }

    public List<Row> bad() {
        return rows.stream().filter(row -> !row.isGood()).toList();
    }
}
