package org.plenary.identity.signin;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.keys.DerivedSecrets;
import org.plenary.identity.keys.Tokens;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantDirectory;
import org.plenary.tenancy.TenantId;
import org.plenary.tenancy.Urls;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.stereotype.Component;

/** Each tenant's host as a login client of the platform's host; nothing about it is stored. */
@Component
public class TenantLogin implements ClientRegistrationRepository {
    public static final String REGISTRATION = "plenary";
    private static final String PREFIX = "tenant-";
    private static final String CALLBACK = "/login/oauth2/code/" + REGISTRATION;

    private final TenantDirectory tenants;
    private final DerivedSecrets secrets;
    private final Urls urls;

    TenantLogin(TenantDirectory tenants, DerivedSecrets secrets, Urls urls) {
        this.tenants = tenants;
        this.secrets = secrets;
        this.urls = urls;
    }

    /** The registration as the tenant's host sees it. */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!REGISTRATION.equals(id)) return null;
        return Tenancy.current().map(this::registration).orElse(null);
    }

    private ClientRegistration registration(Tenant tenant) {
        var client = client(tenant);
        return ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(client)
                .clientSecret(secret(client))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(callback(tenant))
                .scope(OidcScopes.OPENID)
                .issuerUri(Tokens.issuer(urls))
                .authorizationUri(urls.platform("/oauth2/authorize").toString())
                .tokenUri(urls.platform("/oauth2/token").toString())
                .build();
    }

    String client(Tenant tenant) {
        return PREFIX + tenant.id();
    }

    /** The tenant whose login client this is. */
    Optional<Tenant> tenantOf(String client) {
        if (!client.startsWith(PREFIX)) return Optional.empty();
        try {
            return tenants.byId(TenantId.of(UUID.fromString(client.substring(PREFIX.length()))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String secret(String client) {
        return secrets.of("login-client:" + client);
    }

    String callback(Tenant tenant) {
        return urls.tenant(tenant, CALLBACK).toString();
    }
}
