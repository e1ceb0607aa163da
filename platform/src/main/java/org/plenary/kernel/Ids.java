package org.plenary.kernel;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/** Makes what identifies things: sortable ids, short references for people, and secrets for links. */
public final class Ids {
    private static final TimeBasedEpochGenerator V7 = Generators.timeBasedEpochGenerator();
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Crockford's alphabet without the letters that people mix up (I, L, O, U). */
    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();

    private Ids() {}

    /** A version 7 UUID (RFC 9562): unique, and sorted by the time it was made. */
    public static UUID next() {
        return V7.generate();
    }

    /** A short random reference such as {@code 7KQ2M}, for people to read aloud; uniqueness is the caller's to enforce. */
    public static String reference(int length) {
        var text = new StringBuilder(length);
        for (var i = 0; i < length; i++) text.append(ALPHABET[RANDOM.nextInt(ALPHABET.length)]);
        return text.toString();
    }

    /** 160 random bits as URL-safe text, for links that work without signing in; store only {@link Secrets#hash}. */
    public static String secret() {
        var bytes = new byte[20];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A random number of six digits, leading zeros kept, for codes that people type from a mail. */
    public static String sixDigits() {
        return "%06d".formatted(RANDOM.nextInt(1_000_000));
    }
}
