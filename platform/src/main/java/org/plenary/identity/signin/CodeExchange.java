package org.plenary.identity.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.plenary.identity.keys.Tokens;
import org.plenary.tenancy.Urls;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContext;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.stereotype.Component;

/**
 * Redeems a sign-in code by calling the authorization server's own parts in this process, all checks included. The two
 * hosts are one application, and the platform's public name need not be reachable, or even resolvable, from where it runs;
 * a call to ourselves over HTTP would also need a second request thread and a way past the proxy.
 */
@Component
class CodeExchange implements OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> {
    private final AuthenticationProvider clientAuthentication;
    private final AuthenticationProvider codeAuthentication;
    private final AuthorizationServerContext context;

    CodeExchange(
            Clients clients,
            SignInCodes codes,
            OAuth2TokenGenerator<?> tokens,
            AuthorizationServerSettings settings,
            Urls urls) {
        var provider = new ClientSecretAuthenticationProvider(clients, codes);
        provider.setPasswordEncoder(new SecretHashes());
        clientAuthentication = provider;
        codeAuthentication = new OAuth2AuthorizationCodeAuthenticationProvider(codes, tokens);
        context = new OwnContext(Tokens.issuer(urls), settings);
    }

    private record OwnContext(String issuer, AuthorizationServerSettings settings)
            implements AuthorizationServerContext {
        @Override
        public String getIssuer() {
            return issuer;
        }

        @Override
        public AuthorizationServerSettings getAuthorizationServerSettings() {
            return settings;
        }
    }

    @Override
    public OAuth2AccessTokenResponse getTokenResponse(OAuth2AuthorizationCodeGrantRequest request) {
        AuthorizationServerContextHolder.setContext(context);
        try {
            return exchange(request);
        } catch (OAuth2AuthenticationException e) {
            throw new OAuth2AuthorizationException(e.getError(), e);
        } finally {
            AuthorizationServerContextHolder.resetContext();
        }
    }

    private OAuth2AccessTokenResponse exchange(OAuth2AuthorizationCodeGrantRequest request) {
        var registration = request.getClientRegistration();
        var asked = request.getAuthorizationExchange().getAuthorizationRequest();
        var code = Objects.requireNonNull(
                request.getAuthorizationExchange().getAuthorizationResponse().getCode());
        var parameters = new HashMap<String, Object>();
        parameters.put(OAuth2ParameterNames.GRANT_TYPE, AuthorizationGrantType.AUTHORIZATION_CODE.getValue());
        parameters.put(OAuth2ParameterNames.CODE, code);
        String verifier = asked.getAttribute(PkceParameterNames.CODE_VERIFIER);
        if (verifier != null) parameters.put(PkceParameterNames.CODE_VERIFIER, verifier);
        var client = Objects.requireNonNull(clientAuthentication.authenticate(new OAuth2ClientAuthenticationToken(
                registration.getClientId(),
                ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
                registration.getClientSecret(),
                parameters)));
        var answer = (OAuth2AccessTokenAuthenticationToken) Objects.requireNonNull(codeAuthentication.authenticate(
                new OAuth2AuthorizationCodeAuthenticationToken(code, client, asked.getRedirectUri(), Map.of())));
        return response(answer);
    }

    private static OAuth2AccessTokenResponse response(OAuth2AccessTokenAuthenticationToken answer) {
        var token = answer.getAccessToken();
        Instant issued = Objects.requireNonNull(token.getIssuedAt());
        Instant expires = Objects.requireNonNull(token.getExpiresAt());
        return OAuth2AccessTokenResponse.withToken(token.getTokenValue())
                .tokenType(OAuth2AccessToken.TokenType.BEARER)
                .expiresIn(Duration.between(issued, expires).toSeconds())
                .scopes(token.getScopes())
                .additionalParameters(answer.getAdditionalParameters())
                .build();
    }
}
