package org.plenary.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a list that can be narrowed. Only those that are asked for stand in the statement: PostgreSQL keeps one plan for a
 * statement that comes often, and a plan made for {@code :status IS NULL OR status = :status} has to fit both. It sorted 10,000 rows
 * to show fifty.
 */
public final class Conditions {
    private final StringBuilder sql;
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** @param first holds in any case; its parameters are given with {@link #with} */
    public Conditions(String first) {
        sql = new StringBuilder(first);
    }

    public Conditions with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** A condition on a value, of which there is none when the value is null. */
    public Conditions and(String condition, String name, @Nullable Object value) {
        return value == null ? this : and(condition).with(name, value);
    }

    public Conditions and(String condition) {
        sql.append(" AND (").append(condition).append(')');
        return this;
    }

    /** The newest or first rows. The number stands in the statement, for a plan guesses a tenth of all where it is not told. */
    public String limited(String order, int rows) {
        return sql + " ORDER BY " + order + " LIMIT " + rows;
    }

    public Map<String, Object> values() {
        return values;
    }
}
