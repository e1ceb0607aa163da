package org.plenary.identity.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.text.ParseException;
import java.util.List;
import org.plenary.kernel.Ids;
import org.springframework.stereotype.Component;

/** The RSA key that signs all tokens; its public part is at {@code /oauth2/jwks}. Read when first needed, not at start. */
@Component
class TokenKey implements JWKSource<SecurityContext> {
    private static final int BITS = 2048;

    private final PlatformSecrets secrets;

    TokenKey(PlatformSecrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) {
        return selector.select(new JWKSet(key()));
    }

    private RSAKey key() {
        try {
            return RSAKey.parse(secrets.get("token-key", TokenKey::generate));
        } catch (ParseException e) {
            throw new IllegalStateException("the stored token key cannot be read", e);
        }
    }

    private static String generate() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID(Ids.next().toString())
                    .generate()
                    .toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
