package org.plenary.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What the mails say by which people show that an address is theirs. */
public interface AddressCodes {
    record Letter(String name, String to, String code, Locale locale) {}

    /** Nothing when no account has the address: strangers get no mail. */
    Optional<Letter> letter(UUID code);
}
