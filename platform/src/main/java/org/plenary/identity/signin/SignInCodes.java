package org.plenary.identity.signin;

import java.security.Principal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.apiclient.StoredClients;
import org.plenary.identity.session.Proof;
import org.plenary.identity.session.SignedIn;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Json;
import org.plenary.kernel.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/**
 * Remembers sign-in codes from the platform's host until a tenant's host redeems them, perhaps on another node. Tokens of
 * programs are complete in themselves and are not kept; only that one was asked for is noted.
 */
@Component
public class SignInCodes implements OAuth2AuthorizationService {
    private final JdbcClient jdbc;
    private final Clients clients;
    private final StoredClients programs;
    private final Json json;
    private final Clock clock;

    SignInCodes(JdbcClient jdbc, Clients clients, StoredClients programs, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.clients = clients;
        this.programs = programs;
        this.json = json;
        this.clock = clock;
    }

    /** What of the request is checked when the code is redeemed. */
    record Request(String authorizationUri, String redirectUri, Set<String> scopes, Map<String, Object> parameters) {}

    @Override
    public void save(OAuth2Authorization authorization) {
        var code = authorization.getToken(OAuth2AuthorizationCode.class);
        if (code == null) {
            programs.used(authorization.getRegisteredClientId());
            return;
        }
        if (authorization.getAccessToken() != null || code.isInvalidated()) redeem(code.getToken());
        else insert(authorization, code.getToken());
    }

    /** Of two that redeem one code at the same time, the second is refused. */
    private void redeem(OAuth2AuthorizationCode code) {
        if (delete(code) == 0) throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
    }

    private void insert(OAuth2Authorization authorization, OAuth2AuthorizationCode code) {
        OAuth2AuthorizationRequest request =
                Objects.requireNonNull(authorization.getAttribute(OAuth2AuthorizationRequest.class.getName()));
        var kept = new Request(
                request.getAuthorizationUri(),
                Objects.requireNonNull(request.getRedirectUri()),
                authorization.getAuthorizedScopes(),
                request.getAdditionalParameters());
        jdbc.sql("delete from control.sign_in_code where expires_at < ?")
                .param(Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("""
                        insert into control.sign_in_code
                            (code_hash, id, client_id, account_id, sign_in_id, request, issued_at, expires_at)
                        values (?, ?, ?, ?, ?, cast(? as jsonb), ?, ?)""")
                .params(
                        Secrets.hash(code.getTokenValue()),
                        Ids.next(),
                        authorization.getRegisteredClientId(),
                        UUID.fromString(authorization.getPrincipalName()),
                        signIn(authorization).id(),
                        json.write(kept),
                        Timestamp.from(Objects.requireNonNull(code.getIssuedAt())),
                        Timestamp.from(Objects.requireNonNull(code.getExpiresAt())))
                .update();
    }

    /** The last door: whatever went wrong before, what one organization's provider says is nothing to another. */
    private SignedIn signIn(OAuth2Authorization authorization) {
        Authentication owner = authorization.getAttribute(Principal.class.getName());
        if (owner == null
                || !(owner.getPrincipal() instanceof SignedIn signedIn)
                || !clients.letsIn(authorization.getRegisteredClientId(), signedIn))
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.ACCESS_DENIED);
        return signedIn;
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        var code = authorization.getToken(OAuth2AuthorizationCode.class);
        if (code != null) delete(code.getToken());
    }

    private int delete(OAuth2AuthorizationCode code) {
        return jdbc.sql("delete from control.sign_in_code where code_hash = ?")
                .param(Secrets.hash(code.getTokenValue()))
                .update();
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return null;
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        if (type != null && !"code".equals(type.getValue())) return null;
        return jdbc.sql("""
                        select c.*, s.proof, s.via, s.only_tenant_id, s.started_at from control.sign_in_code c
                        join control.sign_in s on s.id = c.sign_in_id and s.account_id = c.account_id
                        where c.code_hash = ?""")
                .param(Secrets.hash(token))
                .query((row, number) -> authorization(row, token))
                .optional()
                .orElse(null);
    }

    private OAuth2Authorization authorization(ResultSet row, String token) throws SQLException {
        var client = clients.findByClientId(row.getString("client_id"));
        if (client == null) throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        var signedIn = new SignedIn(
                row.getObject("account_id", UUID.class),
                row.getObject("sign_in_id", UUID.class),
                Proof.ofStored(row.getString("proof"), row.getString("via")),
                row.getObject("only_tenant_id", UUID.class));
        if (!clients.letsIn(client.getClientId(), signedIn))
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.ACCESS_DENIED);
        var kept = json.read(row.getString("request"), new TypeReference<Request>() {});
        var request = OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(kept.authorizationUri())
                .clientId(client.getClientId())
                .redirectUri(kept.redirectUri())
                .scopes(kept.scopes())
                .additionalParameters(kept.parameters())
                .build();
        var code = new OAuth2AuthorizationCode(
                token,
                row.getTimestamp("issued_at").toInstant(),
                row.getTimestamp("expires_at").toInstant());
        return OAuth2Authorization.withRegisteredClient(client)
                .id(row.getString("id"))
                .principalName(signedIn.getName())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizedScopes(kept.scopes())
                .attribute(OAuth2AuthorizationRequest.class.getName(), request)
                .attribute(
                        Principal.class.getName(),
                        UsernamePasswordAuthenticationToken.authenticated(
                                signedIn,
                                null,
                                List.of(since(row.getTimestamp("started_at").toInstant()))))
                .token(code)
                .build();
    }

    /** What tokens take the time of the sign-in from ({@code auth_time}, OpenID Connect Core 2). */
    private static GrantedAuthority since(Instant start) {
        return FactorGrantedAuthority.withFactor("SIGN_IN").issuedAt(start).build();
    }
}
