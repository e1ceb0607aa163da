package org.plenary.identity.session;

import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * By whose word somebody is signed in, when it was not a password or passkey of ours.
 *
 * @param kind of the provider
 * @param provider the organization's entry for it; null when it was not begun for an organization
 * @param only the organization for which it counts and no other, when the provider is its own
 */
public record Via(
        String kind, @Nullable UUID provider, @Nullable UUID only) implements Serializable {
    private static final long serialVersionUID = 1;
}
