package org.plenary.identity.provider;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.account.StoredAccounts;
import org.plenary.identity.keys.Tokens;
import org.plenary.identity.provider.ProviderFailure.Why;
import org.plenary.kernel.Violations;
import org.plenary.tenancy.Urls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * What passes between us and a provider: people go there with a state, a nonce and a proof key that are good for one answer, and
 * what comes back is exchanged and checked by Spring Security's own parts. The identity token must be signed by one of the issuer's
 * keys, be of this issuer, for us, and about this sign-in.
 */
@Component
class ProviderExchange {
    private static final Logger log = LoggerFactory.getLogger(ProviderExchange.class);
    private static final String BASE = "/login/with";
    private static final int LONGEST_SUBJECT = 255;
    private static final Duration KEYS_FRESH = Duration.ofMinutes(10);
    private static final int MOST = 1000;

    private final Issuers issuers;
    private final IssuerCalls calls;
    private final Urls urls;
    private final Clock clock;
    private final AuthenticationProvider checks;
    private final HttpSessionOAuth2AuthorizationRequestRepository asked =
            new HttpSessionOAuth2AuthorizationRequestRepository();
    private final Cache<Signer, NimbusJwtDecoder> signers =
            Caffeine.newBuilder().expireAfterWrite(KEYS_FRESH).maximumSize(MOST).build();

    ProviderExchange(Issuers issuers, IssuerCalls calls, Urls urls, Clock clock) {
        this.issuers = issuers;
        this.calls = calls;
        this.urls = urls;
        this.clock = clock;
        var codes = new RestClientAuthorizationCodeTokenResponseClient();
        codes.setRestClient(calls.tokens());
        var provider = new OidcAuthorizationCodeAuthenticationProvider(codes, people());
        provider.setJwtDecoderFactory(this::decoder);
        checks = provider;
    }

    private OidcUserService people() {
        var more = new DefaultOAuth2UserService();
        more.setRestOperations(calls.plain());
        var people = new OidcUserService();
        people.setOauth2UserService(more);
        people.setRetrieveUserInfo(ProviderExchange::saysTooLittle);
        return people;
    }

    /** Some tell the address only when they are asked once more. */
    private static boolean saysTooLittle(OidcUserRequest request) {
        return request.getIdToken().getEmail() == null
                && request.getClientRegistration()
                                .getProviderDetails()
                                .getUserInfoEndpoint()
                                .getUri()
                        != null;
    }

    /** Where the provider is to send people back; it has to know the address beforehand. */
    static String back(Urls urls, String registration) {
        return urls.platform(BASE + "/" + registration + "/answer").toString();
    }

    /** @return where to send the browser */
    String begin(Registration registration, HttpServletRequest request, HttpServletResponse response)
            throws ProviderFailure {
        var client = client(registration);
        var begun =
                new DefaultOAuth2AuthorizationRequestResolver(id -> client, BASE).resolve(request, registration.id());
        if (begun == null) throw new ProviderFailure(Why.AWAY);
        asked.saveAuthorizationRequest(begun, request, response);
        return begun.getAuthorizationRequestUri();
    }

    private ClientRegistration client(Registration registration) throws ProviderFailure {
        try {
            var document = issuers.of(registration.issuer());
            return ClientRegistrations.fromOidcConfiguration(document.claims())
                    .registrationId(registration.id())
                    .clientId(registration.clientId())
                    .clientSecret(registration.secret())
                    .clientName(registration.name())
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .userNameAttributeName(IdTokenClaimNames.SUB)
                    .redirectUri(back(urls, registration.id()))
                    .scope(document.scopes())
                    .build();
        } catch (IssuerFault e) {
            log.warn("provider away registration={} reason={}", registration.id(), e.reason());
            throw new ProviderFailure(Why.AWAY);
        } catch (IllegalArgumentException | IllegalStateException e) {
            log.warn("provider not usable registration={} {}", registration.id(), e.toString());
            throw new ProviderFailure(Why.AWAY);
        }
    }

    NamedPerson end(Registration registration, HttpServletRequest request, HttpServletResponse response)
            throws ProviderFailure {
        var begun = asked.removeAuthorizationRequest(request, response);
        if (begun == null || !registration.id().equals(begun.getAttribute(OAuth2ParameterNames.REGISTRATION_ID)))
            throw new ProviderFailure(Why.OVER);
        var issuer = request.getParameter("iss");
        if (issuer != null && !issuer.equals(registration.issuer())) throw new ProviderFailure(Why.NOT_TRUSTED);
        var code = request.getParameter(OAuth2ParameterNames.CODE);
        if (code == null) throw refused(registration, request.getParameter(OAuth2ParameterNames.ERROR));
        var answer = OAuth2AuthorizationResponse.success(code)
                .redirectUri(back(urls, registration.id()))
                .state(request.getParameter(OAuth2ParameterNames.STATE))
                .build();
        return named(registration, user(client(registration), begun, answer));
    }

    private static ProviderFailure refused(Registration registration, @Nullable String error) {
        var isCancelled = "access_denied".equals(error);
        if (!isCancelled) log.info("provider refused registration={}", registration.id());
        return new ProviderFailure(isCancelled ? Why.CANCELLED : Why.NOT_TRUSTED);
    }

    private OidcUser user(
            ClientRegistration client, OAuth2AuthorizationRequest begun, OAuth2AuthorizationResponse answer)
            throws ProviderFailure {
        try {
            var token = new OAuth2LoginAuthenticationToken(client, new OAuth2AuthorizationExchange(begun, answer));
            var authentication = Objects.requireNonNull(checks.authenticate(token));
            return (OidcUser) Objects.requireNonNull(authentication.getPrincipal());
        } catch (OAuth2AuthenticationException | OAuth2AuthorizationException e) {
            var isAway = isAway(e);
            log.info("provider's answer refused registration={} {}", client.getRegistrationId(), e.getMessage());
            throw new ProviderFailure(isAway ? Why.AWAY : Why.NOT_TRUSTED);
        }
    }

    private static boolean isAway(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause())
            if (cause instanceof IOException) return true;
        return false;
    }

    private static NamedPerson named(Registration registration, OidcUser user) throws ProviderFailure {
        var subject = user.getSubject();
        if (subject == null || subject.isBlank() || subject.length() > LONGEST_SUBJECT)
            throw new ProviderFailure(Why.NOT_TRUSTED);
        var email = user.getEmail() == null ? null : StoredAccounts.normal(user.getEmail());
        if (!new Violations().email("", email).isEmpty()) email = null;
        return new NamedPerson(
                registration.id(),
                registration.kind(),
                registration.entryId(),
                registration.only(),
                registration.name(),
                registration.issuer(),
                subject,
                email,
                email != null && Boolean.TRUE.equals(user.getEmailVerified()),
                false);
    }

    private record Signer(String keys, Set<SignatureAlgorithm> algorithms) {}

    private JwtDecoder decoder(ClientRegistration client) {
        var details = client.getProviderDetails();
        try {
            var algorithms =
                    issuers.of(Objects.requireNonNull(details.getIssuerUri())).algorithms();
            var signer =
                    signers.get(new Signer(Objects.requireNonNull(details.getJwkSetUri()), algorithms), this::decoder);
            var claims = new OidcIdTokenValidator(client);
            claims.setClock(clock);
            var validator = new DelegatingOAuth2TokenValidator<>(List.of(Tokens.times(clock), claims));
            return token -> {
                var jwt = signer.decode(token);
                var found = validator.validate(jwt);
                if (found.hasErrors())
                    throw new JwtValidationException("the identity token is not right", found.getErrors());
                return jwt;
            };
        } catch (IssuerFault e) {
            throw new OAuth2AuthenticationException(new OAuth2Error("issuer_away"), e);
        }
    }

    /** Knows the issuer's keys; whether a token is for us is checked apart, since several registrations may share an issuer. */
    private NimbusJwtDecoder decoder(Signer signer) {
        var decoder = NimbusJwtDecoder.withJwkSetUri(signer.keys())
                .restOperations(calls.plain())
                .jwsAlgorithms(all -> all.addAll(signer.algorithms()))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(List.of()));
        return decoder;
    }
}
