package org.plenary.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.apiclient.TokenOfHost;
import org.plenary.identity.keys.Tokens;
import org.plenary.identity.session.SignedIn;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;

/** The authorization server: on the platform's host alone, for programs and for the tenants' hosts. */
@Configuration(proxyBeanMethods = false)
class TokenServer {
    @Bean
    AuthorizationServerSettings authorizationServerSettings(Urls urls) {
        return AuthorizationServerSettings.builder().issuer(Tokens.issuer(urls)).build();
    }

    @Bean
    OAuth2TokenGenerator<?> tokenGenerator(JwtEncoder encoder, Clock clock) {
        var generator = new JwtGenerator(encoder);
        generator.setClock(clock);
        generator.setJwtCustomizer(TokenServer::addClaims);
        return generator;
    }

    private static void addClaims(JwtEncodingContext context) {
        Authentication owner = context.getPrincipal();
        if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())
                && owner != null
                && owner.getPrincipal() instanceof SignedIn signedIn) addSignIn(context, signedIn);
        else addTenant(context);
    }

    /** How somebody signed in, for the tenant's host, and which sign-in it is, so that its session ends with that. */
    private static void addSignIn(JwtEncodingContext context, SignedIn signedIn) {
        context.getClaims()
                .claim(SignedIn.CLAIM, signedIn.id().toString())
                .claim(IdTokenClaimNames.AMR, signedIn.proof().methods())
                .claim(IdTokenClaimNames.ACR, signedIn.proof().level());
    }

    private static void addTenant(JwtEncodingContext context) {
        if (!AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())
                || !OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) return;
        var client = context.getRegisteredClient();
        context.getClaims().audience(List.of(Tokens.API)).claim("client_name", client.getClientName());
        String tenant = client.getClientSettings().getSetting(Clients.TENANT);
        if (tenant != null) context.getClaims().claim("tenant", tenant);
        Integer generation = client.getClientSettings().getSetting(Clients.GENERATION);
        if (generation != null) context.getClaims().claim(TokenOfHost.GENERATION, generation);
    }

    @Bean
    @Order(1)
    SecurityFilterChain tokenServerChain(HttpSecurity http, Clients clients) throws Exception {
        var login = new LoginUrlAuthenticationEntryPoint("/login");
        var authorize = PathPatternRequestMatcher.withDefaults().matcher("/oauth2/authorize");
        http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(new AndRequestMatcher(
                            request -> Tenancy.current().isEmpty(), server.getEndpointsMatcher()));
                    server.oidc(Customizer.withDefaults())
                            .clientAuthentication(client -> client.authenticationProviders(providers -> {
                                for (var provider : providers)
                                    if (provider instanceof ClientSecretAuthenticationProvider secrets)
                                        secrets.setPasswordEncoder(new SecretHashes());
                            }))
                            .tokenEndpoint(token -> token.accessTokenRequestConverters(TokenServer::addScopes));
                })
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access((authentication, context) -> new AuthorizationDecision(
                                mayGoOn(clients, authentication.get(), context.getRequest()))))
                .exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(login, authorize)
                        .defaultAccessDeniedHandlerFor(TokenServer::signInAnew, authorize));
        return http.build();
    }

    /** Who is signed in for another organization alone has to sign in for this one. */
    private static boolean mayGoOn(
            Clients clients, @Nullable Authentication authentication, HttpServletRequest request) {
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) return false;
        return !(authentication.getPrincipal() instanceof SignedIn signedIn)
                || signedIn.only() == null
                || clients.letsIn(request.getParameter(OAuth2ParameterNames.CLIENT_ID), signedIn);
    }

    private static void signInAnew(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason) throws IOException {
        new HttpSessionRequestCache().saveRequest(request, response);
        response.sendRedirect("/login");
    }

    /** A program that asks for no scope gets all that it has. */
    private static void addScopes(List<AuthenticationConverter> converters) {
        var original = new OAuth2ClientCredentialsAuthenticationConverter();
        converters.removeIf(OAuth2ClientCredentialsAuthenticationConverter.class::isInstance);
        converters.add(request -> {
            var asked = original.convert(request);
            if (!(asked instanceof OAuth2ClientCredentialsAuthenticationToken token)
                    || !token.getScopes().isEmpty()
                    || !(SecurityContextHolder.getContext().getAuthentication()
                            instanceof OAuth2ClientAuthenticationToken client)
                    || client.getRegisteredClient() == null) return asked;
            return new OAuth2ClientCredentialsAuthenticationToken(
                    client, client.getRegisteredClient().getScopes(), token.getAdditionalParameters());
        });
    }
}
