package org.plenary.identity;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What the mails about a new e-mail address say. */
public interface EmailChanges {
    /** What is to become of the new address. */
    enum Kind {
        /** The only one, in place of the old one. */
        INSTEAD,
        /** One more, by which the person can sign in. */
        ADD,
        /** Mails go there; the old one stays. */
        PRIMARY;

        /** As in message keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param link for the one who is written to, and for nobody else */
    record Letter(Kind kind, String name, String to, String oldEmail, String newEmail, Locale locale, URI link) {}

    /** To the new address. Nothing when the change was given up, or when the address has an account already. */
    Optional<Letter> confirmation(UUID change);

    /** To the old address. */
    Optional<Letter> notice(UUID change);
}
