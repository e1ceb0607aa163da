package org.plenary.identity;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is mailed to people who are invited to work for the bound organization. */
public interface MemberInvitations {
    /**
     * @param role its name in that language
     * @param conference the name of the one that it is for; null for the whole organization
     * @param until its last day; null for no end
     * @param link works once, until {@code expiresAt}; it is kept as a hash only
     */
    record Letter(
            String name,
            String email,
            Locale locale,
            String invitedBy,
            String role,
            @Nullable String conference,
            @Nullable LocalDate until,
            URI link,
            Instant expiresAt) {}

    /** The same letter each time it is asked for; empty when it was withdrawn, accepted, or mailed anew since. */
    Optional<Letter> letter(UUID invitation, int mailing);
}
