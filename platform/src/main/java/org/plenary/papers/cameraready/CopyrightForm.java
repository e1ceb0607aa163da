package org.plenary.papers.cameraready;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.plenary.kernel.LocalizedText;

/**
 * What authors sign. A text that was written is never changed: a new one is its next version.
 *
 * @param asksAgain whether those who signed a version before sign this one too
 */
record CopyrightForm(int version, LocalizedText text, boolean asksAgain, String by, Instant at) {
    public String in(Locale locale) {
        return text.in(locale);
    }

    /** The paragraphs, which an empty line parts. */
    public List<String> paragraphs(Locale locale) {
        return List.of(in(locale).replace("\r", "").split("\n\\s*\n"));
    }

    /** SHA-256 of the text in one language, in hexadecimal. */
    String fingerprint(Locale locale) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(in(locale).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
