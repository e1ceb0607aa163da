package org.plenary.tenancy.persistence;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The schemas that one connection has looked into; whoever holds the connection alone asks. */
final class MetTenants {
    private final Set<String> all = new HashSet<>();
    private @Nullable String last;

    boolean mayMeet(String schema, int most) {
        return all.size() < most || all.contains(schema);
    }

    boolean isLast(String schema) {
        return schema.equals(last);
    }

    /** Until the path is set it is not known where the connection looks. */
    void forgetLast() {
        last = null;
    }

    void note(String schema) {
        all.add(schema);
        last = schema;
    }
}
