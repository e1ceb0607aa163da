package org.plenary.admin.offboarding;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP that says in its last entry what each of the others has to be: {@code SHA256SUMS}, as {@code sha256sum -c} reads it. */
final class CheckedZip {
    private final ZipOutputStream zip;
    private final StringBuilder sums = new StringBuilder();

    CheckedZip(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    @FunctionalInterface
    interface Filling {
        void into(OutputStream out) throws IOException;
    }

    void entry(String name, Filling filling) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            zip.putNextEntry(new ZipEntry(name));
            filling.into(new DigestOutputStream(zip, digest));
            zip.closeEntry();
            sums.append(HexFormat.of().formatHex(digest.digest()))
                    .append("  ")
                    .append(name)
                    .append('\n');
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void text(String name, String text) throws IOException {
        entry(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    void finish() throws IOException {
        zip.putNextEntry(new ZipEntry("SHA256SUMS"));
        zip.write(sums.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
    }
}
