package org.plenary.papers.proceedings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Tells whether two volumes are made of the same: SHA-256 of what they say, their papers and files. */
final class VolumeMark {
    private VolumeMark() {}

    static String of(Volume volume, List<BoundEntry> entries) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(volume.toString().getBytes(StandardCharsets.UTF_8));
            for (var entry : entries) digest.update(("\n" + entry).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
