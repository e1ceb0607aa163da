package org.plenary.identity.provider;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organization's entry for somebody who may tell it who people are.
 *
 * @param issuer null for a shared one, as are client and secret
 * @param domains of the e-mail addresses of those who may come; none for anyone
 * @param active whether it is offered
 */
public record Provider(
        UUID id,
        UUID tenant,
        ProviderKind kind,
        String name,
        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable String sealedSecret,
        List<String> domains,
        boolean active,
        long version) {

    /** Whether somebody with this address may come by it. */
    boolean admits(String email) {
        var domain = email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return domains.isEmpty() || domains.contains(domain);
    }

    /** How it is called on pages and in addresses of the organization. */
    public String key() {
        return kind.isShared() ? kind.code() : id.toString();
    }
}
