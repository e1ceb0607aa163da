package org.plenary.identity.signin;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.keys.Tokens;
import org.plenary.tenancy.Urls;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Signing out on a tenant's host ends the session on the platform's host too, else the next sign-in would ask nothing. The
 * browser carries a short-lived signed note there, because a bare link that signs people out could be put on any page.
 */
@Component
public class PlatformSignOut implements LogoutSuccessHandler {
    private static final Duration LIFE = Duration.ofMinutes(1);

    private final JwtEncoder encoder;
    private final JwtDecoder decoder;
    private final Urls urls;
    private final Clock clock;

    PlatformSignOut(JwtEncoder encoder, JWKSource<SecurityContext> keys, Urls urls, Clock clock) {
        this.encoder = encoder;
        this.urls = urls;
        this.clock = clock;
        decoder = Tokens.decoder(
                keys,
                new DelegatingOAuth2TokenValidator<>(
                        Tokens.times(clock),
                        new JwtIssuerValidator(Tokens.issuer(urls)),
                        new JwtAudienceValidator(Tokens.SIGN_OUT)));
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication)
            throws IOException {
        if (authentication == null) response.sendRedirect("/");
        else
            response.sendRedirect(urls.platform("/logout?note=" + note(authentication.getName()))
                    .toString());
    }

    private String note(String account) {
        var now = clock.instant();
        var claims = JwtClaimsSet.builder()
                .issuer(Tokens.issuer(urls))
                .audience(List.of(Tokens.SIGN_OUT))
                .subject(account)
                .issuedAt(now)
                .expiresAt(now.plus(LIFE))
                .build();
        return encoder.encode(JwtEncoderParameters.from(claims)).getTokenValue();
    }

    /** Whether the note is ours, fresh, and about this account. */
    boolean isAsked(@Nullable String note, String account) {
        if (note == null) return false;
        try {
            return account.equals(decoder.decode(note).getSubject());
        } catch (JwtException e) {
            return false;
        }
    }
}
