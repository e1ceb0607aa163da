package org.plenary.admin.signup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The six digits that are mailed: made from the sign-up's random key, so that the mail can be drawn whenever it is sent and
 * no code lies readable in an event.
 */
final class VerificationCode {
    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int CODES = 1_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private VerificationCode() {}

    static byte[] newKey() {
        var key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return key;
    }

    static String of(byte[] key, UUID signup) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            var number = ByteBuffer.wrap(mac.doFinal(signup.toString().getBytes(StandardCharsets.US_ASCII)))
                    .getLong();
            return "%06d".formatted(Long.remainderUnsigned(number, CODES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Blanks between and around the digits do not count: people copy them along. */
    static boolean matches(byte[] key, UUID signup, String typed) {
        return MessageDigest.isEqual(
                of(key, signup).getBytes(StandardCharsets.UTF_8),
                typed.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8));
    }
}
