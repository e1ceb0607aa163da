package org.plenary.identity.provider;

import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a provider has named, after all of its answer was checked.
 *
 * @param registration as what we were known there
 * @param kind of the provider
 * @param entry of the organization for which the sign-in was begun, if it was for one
 * @param only the one organization for which it counts, when the provider is its own
 * @param title what people call the provider
 * @param subject by which the issuer knows the person, for ever
 * @param email in lower case; null when it told none
 * @param verified whether it says that it has made sure of the address
 * @param proved whether we have made sure ourselves, by a code
 */
record NamedPerson(
        String registration,
        ProviderKind kind,
        @Nullable UUID entry,
        @Nullable UUID only,
        String title,
        String issuer,
        String subject,
        @Nullable String email,
        boolean verified,
        boolean proved)
        implements Serializable {
    private static final long serialVersionUID = 1;

    /** For what identities are kept apart; see {@link Registration#realm}. */
    @Nullable
    UUID realm() {
        return kind.isShared() ? null : entry;
    }

    /** The same person, of whom we know by a code that the address is theirs. */
    NamedPerson withProved(String address) {
        return new NamedPerson(registration, kind, entry, only, title, issuer, subject, address, verified, true);
    }

    NamedPerson withoutEmail() {
        return new NamedPerson(registration, kind, entry, only, title, issuer, subject, null, false, false);
    }
}
