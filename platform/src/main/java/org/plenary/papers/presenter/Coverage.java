package org.plenary.papers.presenter;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether an author of an accepted paper is certain to come.
 *
 * @param track its key; empty for none
 * @param emails of its authors, in lower case
 * @param orders that were placed by its links
 * @param leave why the chairs ask for nobody; null when they do
 */
record Coverage(
        UUID paper,
        int number,
        String title,
        String track,
        List<String> emails,
        List<UUID> orders,
        @Nullable String leave,
        boolean isRegistered) {
    boolean isMissing() {
        return !isRegistered && leave == null;
    }

    /** The last part of the key of the word for how it stands; templates call it. */
    public String standing() {
        if (isRegistered) return "registered";
        return leave == null ? "missing" : "excused";
    }

    /** @param addresses of everybody who is certain to come, @param certain orders with somebody who is */
    Coverage with(Set<String> addresses, Set<UUID> certain) {
        var comes =
                orders.stream().anyMatch(certain::contains) || emails.stream().anyMatch(addresses::contains);
        return new Coverage(paper, number, title, track, emails, orders, leave, comes);
    }
}
