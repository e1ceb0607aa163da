package org.plenary.identity.provider;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Signing in by somebody else's word. Google and ORCID are offered to organizations when the operator has registered the platform
 * there.
 *
 * @param timeout for each call of a provider
 * @param loopbackAllowed whether this machine itself may be called, and without TLS: for development and tests alone
 */
@ConfigurationProperties("plenary.sign-in")
public record ProviderSettings(
        @DefaultValue Client google,
        @DefaultValue Client orcid,
        @DefaultValue("8s") Duration timeout,
        @DefaultValue("false") boolean loopbackAllowed) {

    /**
     * As what the platform is registered there.
     *
     * @param issuer only for trying out: another than the real one
     */
    public record Client(
            @Nullable String clientId,
            @Nullable String clientSecret,
            @Nullable String issuer) {
        boolean isGiven() {
            return clientId != null && !clientId.isBlank() && clientSecret != null && !clientSecret.isBlank();
        }
    }

    Client of(ProviderKind kind) {
        return switch (kind) {
            case GOOGLE -> google;
            case ORCID -> orcid;
            case OWN -> throw new IllegalArgumentException("an organization's own has its own client");
        };
    }

    boolean knows(ProviderKind kind) {
        return kind.isShared() && of(kind).isGiven();
    }
}
