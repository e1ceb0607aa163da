package org.plenary.identity.session;

import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Somebody who is signed in on the platform's host; its name is the account.
 *
 * @param id which sign-in it is; tenants' hosts learn it from the token, so that all their sessions end with it
 * @param only the tenant whose pages it opens, and nothing else, when the word of its own provider is all there is
 */
public record SignedIn(
        UUID account, UUID id, Proof proof, @Nullable UUID only) implements AuthenticatedPrincipal, Serializable {
    /** The token's claim with the {@link #id}. */
    public static final String CLAIM = "sid";

    private static final long serialVersionUID = 1;

    @Override
    public String getName() {
        return account.toString();
    }

    /** Whether it may go on to this tenant's host. */
    public boolean isGoodFor(UUID tenant) {
        return only == null || only.equals(tenant);
    }

    /** Somebody who is signed in for what belongs to the person, and not for one organization alone. */
    public static Optional<SignedIn> whole(@Nullable Authentication authentication) {
        return authentication != null
                        && authentication.getPrincipal() instanceof SignedIn signedIn
                        && signedIn.only() == null
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    /** The sign-in behind a session of either host; none for programs, and for sessions of before there were any. */
    public static Optional<UUID> idOf(@Nullable Authentication authentication) {
        var principal = authentication == null ? null : authentication.getPrincipal();
        if (principal instanceof SignedIn here) return Optional.of(here.id());
        return principal instanceof OidcUser there
                ? Optional.ofNullable(there.getClaimAsString(CLAIM)).map(UUID::fromString)
                : Optional.empty();
    }
}
