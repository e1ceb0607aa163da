package org.plenary.identity;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the mail about an {@link AccountNotice} says. */
public interface AccountNotices {
    /**
     * @param at when it was done
     * @param browser null when it is not known; so is system
     * @param network from where; null when the sign-in has ended since
     * @param account where the owner can look and act
     */
    record Told(
            String name,
            String email,
            Locale locale,
            Instant at,
            @Nullable String browser,
            @Nullable String system,
            @Nullable String network,
            URI account) {}

    /** Nothing when the account is gone. */
    Optional<Told> read(AccountNotice notice);
}
