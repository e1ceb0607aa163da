package org.plenary.registration.order;

import java.util.Map;
import java.util.UUID;

/**
 * What goes back for the lines of an order that are cancelled today.
 *
 * @param percent by the conference's policy
 * @param own percents of lines that have a policy of their own
 * @param companions lines that go when others go, by those others
 */
record LinePolicies(int percent, Map<UUID, Integer> own, Map<UUID, UUID> companions) {
    static LinePolicies of(int percent) {
        return new LinePolicies(percent, Map.of(), Map.of());
    }
}
