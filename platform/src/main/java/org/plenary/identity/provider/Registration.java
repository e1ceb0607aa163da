package org.plenary.identity.provider;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * As what we are known to a provider.
 *
 * @param id in the addresses to which it sends people back
 * @param name what people call it
 * @param entry of the organization for which the sign-in was begun; null for a shared one when it was for none
 */
record Registration(
        String id,
        ProviderKind kind,
        String name,
        String issuer,
        String clientId,
        String secret,
        @Nullable Provider entry) {

    /** For what identities are kept apart: the word of an organization's own provider is good for that provider alone. */
    @Nullable
    UUID realm() {
        return kind.isShared() || entry == null ? null : entry.id();
    }

    /** The one organization for which it counts. */
    @Nullable
    UUID only() {
        return kind.isShared() || entry == null ? null : entry.tenant();
    }

    @Nullable
    UUID entryId() {
        return entry == null ? null : entry.id();
    }
}
