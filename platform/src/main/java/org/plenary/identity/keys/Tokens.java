package org.plenary.identity.keys;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.plenary.tenancy.Urls;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/**
 * How tokens are written and read. All are signed with one key, so the audience tells them apart: a token for one purpose
 * is refused for every other.
 */
@Configuration(proxyBeanMethods = false)
public class Tokens {
    /** The audience of access tokens for the API. */
    public static final String API = "plenary-api";

    /** The audience of the note by which a tenant's host asks the platform's to end a session too. */
    public static final String SIGN_OUT = "plenary-sign-out";

    @Bean
    JwtEncoder jwtEncoder(JWKSource<SecurityContext> keys) {
        return new NimbusJwtEncoder(keys);
    }

    /** Reads access tokens for the API, with our own key and without asking anybody. */
    @Bean
    JwtDecoder apiTokens(JWKSource<SecurityContext> keys, Urls urls, Clock clock) {
        return decoder(
                keys,
                new DelegatingOAuth2TokenValidator<>(
                        List.of(times(clock), new JwtIssuerValidator(issuer(urls)), new JwtAudienceValidator(API))));
    }

    public static String issuer(Urls urls) {
        return urls.platform("").toString();
    }

    public static JwtDecoder decoder(JWKSource<SecurityContext> keys, OAuth2TokenValidator<Jwt> validator) {
        var decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        decoder.setJwtValidator(validator);
        return decoder;
    }

    public static OAuth2TokenValidator<Jwt> times(Clock clock) {
        var validator = new JwtTimestampValidator(Duration.ofSeconds(30));
        validator.setClock(clock);
        return validator;
    }
}
