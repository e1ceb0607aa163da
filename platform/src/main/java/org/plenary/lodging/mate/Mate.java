package org.plenary.lodging.mate;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Secrets;

/**
 * Somebody who was asked to share a room.
 *
 * @param order of theirs; null for somebody who was invited by mail
 * @param name as the buyer called them, then as they call themselves; may be empty until they join
 * @param email null once it is of no more use
 */
record Mate(
        UUID id,
        UUID room,
        @Nullable UUID order,
        String name,
        @Nullable String email,
        Status status,
        List<String> secretHashes) {
    enum Status {
        INVITED,
        JOINED,
        DECLINED,
        WITHDRAWN,
        REMOVED,
        LEFT;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }
    }

    /** Each link that was given out has a secret of its own. */
    boolean opensWith(@Nullable String secret) {
        return secret != null && secretHashes.stream().anyMatch(hash -> Secrets.matches(secret, hash));
    }

    /** How the buyer knows them. */
    public String label() {
        return name.isEmpty() && email != null ? email : name;
    }
}
