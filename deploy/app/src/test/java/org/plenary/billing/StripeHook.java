package org.plenary.billing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.plenary.Http;

/** Stripe, as it tells of something. */
final class StripeHook {
    private StripeHook() {}

    /** @param at seconds of the epoch that the signature is of @return the status of the answer */
    static int tell(Http platform, String body, String secret, long at) {
        return platform.with("Stripe-Signature", "t=" + at + ",v1=" + sign(secret, at + "." + body))
                .send("POST", "/webhooks/stripe/connect", "application/json", body.getBytes(StandardCharsets.UTF_8))
                .status();
    }

    private static String sign(String secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
