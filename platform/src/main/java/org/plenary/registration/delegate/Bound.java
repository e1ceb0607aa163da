package org.plenary.registration.delegate;

import java.util.LinkedHashMap;
import java.util.Map;

/** The values of a statement that is put together. Each gets a name, equal ones the same. */
final class Bound {
    private final Map<Object, String> names = new LinkedHashMap<>();

    /** The name to write into the statement in the value's place. */
    String name(Object value) {
        return ":" + names.computeIfAbsent(value, _ -> "v" + names.size());
    }

    Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        names.forEach((value, name) -> values.put(name, value));
        return values;
    }
}
