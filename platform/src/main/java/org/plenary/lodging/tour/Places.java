package org.plenary.lodging.tour;

import java.util.List;

/**
 * Some places of one kind on a tour, checked: a line of an order.
 *
 * @param names of those who come, one for each place; empty for whom nobody has named yet
 */
record Places(Tour tour, GuestKind kind, List<String> names) {
    static final int MOST = 50;

    Places {
        names = List.copyOf(names);
        if (names.isEmpty() || names.size() > MOST) throw new IllegalArgumentException("from one place to " + MOST);
    }

    int quantity() {
        return names.size();
    }
}
