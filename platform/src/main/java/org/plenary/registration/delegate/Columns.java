package org.plenary.registration.delegate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The columns that a conference's list of delegates can have, in the order in which they are offered. */
final class Columns {
    private final Map<String, Column> byKey = new LinkedHashMap<>();

    Columns(List<Column> columns) {
        columns.forEach(column -> byKey.put(column.key(), column));
    }

    List<Column> all() {
        return List.copyOf(byKey.values());
    }

    Optional<Column> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** Those of a listing that there are; a saved view may name one that was taken away. */
    List<Column> shown(Listing listing) {
        var shown = listing.columns().stream()
                .map(byKey::get)
                .filter(Objects::nonNull)
                .toList();
        return shown.isEmpty() ? List.of(Objects.requireNonNull(byKey.get("name"))) : shown;
    }

    /** What a listing is sorted by; by the day of registration when that column is not there any more. */
    Column sorting(Listing listing) {
        return find(listing.sortColumn()).orElseGet(() -> Objects.requireNonNull(byKey.get("registered_at")));
    }
}
