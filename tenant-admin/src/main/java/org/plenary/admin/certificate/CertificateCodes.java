package org.plenary.admin.certificate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import org.plenary.identity.Signatures;
import org.springframework.stereotype.Component;

/** The code by which a certificate is known to be ours: it follows from the number, for us alone. */
@Component
class CertificateCodes {
    /** As in {@link org.plenary.kernel.Ids}: without letters that people mix up. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 12;
    private static final int GROUP = 4;

    private final Signatures signatures;

    CertificateCodes(Signatures signatures) {
        this.signatures = signatures;
    }

    /** Such as {@code 7KQ2-M0XV-9T3A}. */
    String of(String number) {
        var signed = signatures.of("deletion-certificate:" + number);
        var bytes = java.util.Base64.getUrlDecoder().decode(signed);
        var code = new StringBuilder();
        for (var i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) code.append('-');
            code.append(ALPHABET.charAt((bytes[i] & 0xff) % ALPHABET.length()));
        }
        return code.toString();
    }

    /** However it was typed: in small letters, with other separators or none. */
    boolean isOf(String number, String typed) {
        return MessageDigest.isEqual(bare(of(number)), bare(typed));
    }

    private static byte[] bare(String code) {
        return code.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "").getBytes(StandardCharsets.US_ASCII);
    }
}
