package org.plenary.embedded.sandbox;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call of the API.
 *
 * @param account whose objects are seen: the platform's own, or the one named in {@code Stripe-Account}
 * @param path the values of the route's variables
 */
record Call(
        String account,
        List<String> path,
        Params params,
        String requestId,
        @Nullable String idempotencyKey) {

    String id() {
        return path.getFirst();
    }

    Optional<String> key() {
        return Optional.ofNullable(idempotencyKey);
    }
}
