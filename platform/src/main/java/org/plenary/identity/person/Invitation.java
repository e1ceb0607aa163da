package org.plenary.identity.person;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * Somebody who was asked to work for the organization and has not answered yet.
 *
 * @param locale in which they are written to
 * @param mailing how often it was mailed
 * @param invitedBy the caller's id
 */
record Invitation(
        UUID id,
        String name,
        String email,
        Locale locale,
        Grants.Wanted wanted,
        int mailing,
        Instant expiresAt,
        String invitedBy,
        String invitedByName,
        Instant createdAt) {
    boolean isOpenAt(Instant now) {
        return now.isBefore(expiresAt);
    }
}
