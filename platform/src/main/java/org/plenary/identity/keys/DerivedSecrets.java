package org.plenary.identity.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.plenary.identity.Signatures;
import org.plenary.kernel.Ids;
import org.springframework.stereotype.Component;

/** Secrets that need not be stored, because they follow from one that is. */
@Component
public class DerivedSecrets implements Signatures {
    private final PlatformSecrets secrets;

    DerivedSecrets(PlatformSecrets secrets) {
        this.secrets = secrets;
    }

    /** HMAC-SHA-256 of the purpose, as URL-safe text. */
    @Override
    public String of(String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            var root = secrets.get("derivation", () -> Ids.secret() + Ids.secret());
            mac.init(new SecretKeySpec(root.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var bytes = mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
