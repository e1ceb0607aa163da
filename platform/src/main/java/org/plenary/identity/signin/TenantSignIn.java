package org.plenary.identity.signin;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.keys.Tokens;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** How a browser signs in on a tenant's host: by being sent to the platform's host and back. */
@Component
public class TenantSignIn
        implements Customizer<OAuth2LoginConfigurer<HttpSecurity>>, JwtDecoderFactory<ClientRegistration> {
    /** Where signing in begins. */
    public static final String START = "/oauth2/authorization/" + TenantLogin.REGISTRATION;

    /** Where it ends when no page was asked for. */
    static final String LANDING = "/manage";

    static final String NOT_A_MEMBER = "/not-a-member";
    static final String FAILED = "/sign-in-failed";

    private final TenantLogin registrations;
    private final CodeExchange exchange;
    private final JWKSource<SecurityContext> keys;
    private final Urls urls;
    private final Clock clock;

    TenantSignIn(
            TenantLogin registrations, CodeExchange exchange, JWKSource<SecurityContext> keys, Urls urls, Clock clock) {
        this.registrations = registrations;
        this.exchange = exchange;
        this.keys = keys;
        this.urls = urls;
        this.clock = clock;
    }

    @Override
    public void customize(OAuth2LoginConfigurer<HttpSecurity> login) {
        var landing = new SavedRequestAwareAuthenticationSuccessHandler();
        landing.setDefaultTargetUrl(LANDING);
        login.loginPage("/login")
                .clientRegistrationRepository(registrations)
                .authorizedClientRepository(new Forgotten())
                .tokenEndpoint(token -> token.accessTokenResponseClient(exchange))
                .successHandler(landing)
                .failureUrl(FAILED);
    }

    /** Identity tokens are our own, so they are checked with our own key. */
    @Override
    public JwtDecoder createDecoder(ClientRegistration registration) {
        var claims = new OidcIdTokenValidator(registration);
        claims.setClock(clock);
        return Tokens.decoder(keys, new DelegatingOAuth2TokenValidator<>(Tokens.times(clock), claims));
    }

    /** Nobody signs in on a tenant's own domain: pages that need it are below the platform's host. */
    public void begin(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        var home = urls.tenant(Tenancy.require(), START);
        if (request.getServerName().equalsIgnoreCase(home.getHost())) {
            response.sendRedirect(START);
            return;
        }
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        response.sendRedirect(home.resolve(request.getRequestURI() + query).toString());
    }

    /** Somebody who is signed in but may not see the page: mostly because they do not belong here. */
    public void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException, ServletException {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        if (reason instanceof CsrfException) response.sendError(HttpStatus.FORBIDDEN.value());
        else request.getRequestDispatcher(NOT_A_MEMBER).forward(request, response);
    }

    /** The platform's tokens are needed for the moment of signing in and are not kept. */
    private static final class Forgotten implements OAuth2AuthorizedClientRepository {
        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}
    }
}
