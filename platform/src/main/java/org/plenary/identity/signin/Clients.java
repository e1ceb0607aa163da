package org.plenary.identity.signin;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.IdentitySettings;
import org.plenary.identity.Permission;
import org.plenary.identity.apiclient.StoredClient;
import org.plenary.identity.apiclient.StoredClients;
import org.plenary.kernel.Secrets;
import org.plenary.tenancy.Tenant;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** Everybody whom the authorization server knows: programs, the operator's program, and the tenants' hosts. */
@Component
public class Clients implements RegisteredClientRepository {
    /** Client setting: whose tokens these are; absent for the operator. */
    public static final String TENANT = "plenary.tenant";

    private static final Duration TOKEN_LIFE = Duration.ofHours(1);
    private static final Duration CODE_LIFE = Duration.ofMinutes(2);

    private final StoredClients stored;
    private final TenantLogin logins;
    private final IdentitySettings settings;

    Clients(StoredClients stored, TenantLogin logins, IdentitySettings settings) {
        this.stored = stored;
        this.logins = logins;
        this.settings = settings;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("clients are issued, not registered");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String id) {
        var operator = settings.operatorClient();
        var secret = operator.secret();
        if (secret != null && !secret.isBlank() && operator.id().equals(id))
            return program(id, "Operator", Secrets.hash(secret), Set.of(Permission.OPERATOR), null);
        var tenant = logins.tenantOf(id);
        if (tenant.isPresent()) return host(id, tenant.get());
        return stored.byId(id).map(Clients::program).orElse(null);
    }

    private static RegisteredClient program(StoredClient client) {
        return program(
                client.id(),
                client.name(),
                client.secretHash(),
                client.scopes(),
                client.tenantId().toString());
    }

    private static RegisteredClient program(
            String id, String name, String secretHash, Set<Permission> permissions, @Nullable String tenant) {
        var scopes = permissions.stream().map(Permission::scope).collect(Collectors.toSet());
        var clientSettings = ClientSettings.builder();
        if (tenant != null) clientSettings.setting(TENANT, tenant);
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientName(name)
                .clientSecret(secretHash)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(all -> all.addAll(scopes))
                .clientSettings(clientSettings.build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(TOKEN_LIFE)
                        .build())
                .build();
    }

    private RegisteredClient host(String id, Tenant tenant) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientName(tenant.name())
                .clientSecret(Secrets.hash(logins.secret(id)))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(logins.callback(tenant))
                .scope(OidcScopes.OPENID)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .authorizationCodeTimeToLive(CODE_LIFE)
                        .build())
                .build();
    }
}
