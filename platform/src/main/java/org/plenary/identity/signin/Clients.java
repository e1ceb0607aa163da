package org.plenary.identity.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.IdentitySettings;
import org.plenary.identity.Permission;
import org.plenary.identity.apiclient.StoredClient;
import org.plenary.identity.apiclient.StoredClients;
import org.plenary.identity.session.SignedIn;
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

    /** Client setting: of which generation its tokens are; absent for the operator. */
    public static final String GENERATION = "plenary.generation";

    private static final Duration TOKEN_LIFE = Duration.ofHours(1);
    private static final Duration CODE_LIFE = Duration.ofMinutes(2);

    private final StoredClients stored;
    private final TenantLogin logins;
    private final IdentitySettings settings;
    private final Clock clock;

    Clients(StoredClients stored, TenantLogin logins, IdentitySettings settings, Clock clock) {
        this.stored = stored;
        this.logins = logins;
        this.settings = settings;
        this.clock = clock;
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
            return program(id, "Operator", Secrets.hash(secret), Set.of(Permission.OPERATOR))
                    .build();
        var tenant = logins.tenantOf(id);
        if (tenant.isPresent()) return host(id, tenant.get());
        var now = clock.instant();
        return stored.byId(id)
                .filter(client -> !client.term().isOver(now))
                .map(client -> program(client, now))
                .orElse(null);
    }

    /** Whether somebody who is signed in like this may go on to the host behind the client. */
    boolean letsIn(@Nullable String client, SignedIn signedIn) {
        return client != null
                && logins.tenantOf(client)
                        .filter(tenant -> signedIn.isGoodFor(tenant.id().value()))
                        .isPresent();
    }

    private static RegisteredClient program(StoredClient client, Instant now) {
        var secret = client.secret();
        var hashes = secret.hasFormer(now) ? secret.hash() + " " + secret.formerHash() : secret.hash();
        return program(client.id(), client.name(), hashes, client.scopes())
                .clientSettings(ClientSettings.builder()
                        .setting(TENANT, client.tenantId().toString())
                        .setting(GENERATION, secret.generation())
                        .build())
                .build();
    }

    private static RegisteredClient.Builder program(
            String id, String name, String secretHashes, Set<Permission> permissions) {
        var scopes = permissions.stream().map(Permission::scope).collect(Collectors.toSet());
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientName(name)
                .clientSecret(secretHashes)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(all -> all.addAll(scopes))
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(TOKEN_LIFE)
                        .build());
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
