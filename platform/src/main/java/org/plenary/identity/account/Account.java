package org.plenary.identity.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's login.
 *
 * @param passwordHash null until the person has set a password
 * @param verified whether the person has shown that the address is theirs
 * @param vouchedBy the tenant that made it, while it is not verified
 */
public record Account(
        UUID id,
        String email,
        String name,
        @Nullable String passwordHash,
        boolean verified,
        boolean operator,
        @Nullable UUID vouchedBy) {}
