package org.plenary.identity;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.ByteArrayOutputStream;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;

/** An app on a phone that shows one-time codes, with the secret that was typed into it. */
final class CodeApp {
    private static final Pattern TYPED = Pattern.compile("class=\"copy-text\">([A-Z2-7 ]+)<");
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
    private final byte[] secret;

    private CodeApp(byte[] secret) {
        this.secret = secret;
    }

    static CodeApp of(Browser.View page) {
        var found = TYPED.matcher(page.body());
        if (!found.find()) throw new AssertionError("no secret on " + page.address() + ": " + page.body());
        var bytes = new ByteArrayOutputStream();
        var buffer = 0;
        var bits = 0;
        for (var letter : found.group(1).replace(" ", "").toCharArray()) {
            buffer = (buffer << 5 | BASE32.indexOf(letter)) & 0xfff;
            bits += 5;
            if (bits < 8) continue;
            bits -= 8;
            bytes.write(buffer >> bits);
        }
        return new CodeApp(bytes.toByteArray());
    }

    byte[] secret() {
        return secret.clone();
    }

    /** The code of now, or of so many half minutes later; a code works once. */
    String code(int later) {
        try {
            var at = Instant.now().plus(Duration.ofSeconds(30L * later));
            return codes.generateOneTimePasswordString(new SecretKeySpec(secret, codes.getAlgorithm()), at);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Six digits that are none of its codes of these minutes. */
    String wrong() {
        for (var candidate = 0; ; candidate++) {
            var text = "%06d".formatted(candidate);
            if (!text.equals(code(-1)) && !text.equals(code(0)) && !text.equals(code(1)) && !text.equals(code(2)))
                return text;
        }
    }
}
