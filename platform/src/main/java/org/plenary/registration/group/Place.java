package org.plenary.registration.group;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Secrets;
import tools.jackson.databind.JsonNode;

/**
 * A place of a group, and who has it.
 *
 * @param number in its order, from 1
 * @param name empty while nobody has it
 * @param ticket there once the order is confirmed and the person has a name
 * @param revision counts the names it was given, so that nobody overwrites what they have not seen
 * @param locale of the person; null for that of the order
 * @param sentTo the address to which the link was sent last; null when it was sent to nobody
 * @param isComplete false when something is left that only the person can say
 */
record Place(
        UUID id,
        UUID order,
        int number,
        String fee,
        String name,
        String email,
        Map<String, JsonNode> answers,
        int formVersion,
        String status,
        @Nullable String ticket,
        boolean hasCome,
        int revision,
        List<String> secretHashes,
        @Nullable Locale locale,
        @Nullable String sentTo,
        @Nullable Instant sentAt,
        boolean isComplete) {
    public boolean isNamed() {
        return !name.isEmpty();
    }

    public boolean isLive() {
        return status.equals("pending") || status.equals("confirmed");
    }

    boolean opensWith(@Nullable String secret) {
        if (secret == null || secret.isBlank()) return false;
        var matches = false;
        for (var hash : secretHashes) matches |= Secrets.matches(secret, hash);
        return matches;
    }
}
