package org.plenary.admin.backup;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals a stream in blocks (AES-256-GCM), so that no more than one of them is in memory. Each block is bound to its place, to
 * whether it is the last, and to what the file says of itself: none can be moved, left out, or taken from another file.
 */
final class Sealed {
    static final int KEY_BYTES = 32;
    static final int BLOCK = 64 * 1024;
    static final int TAG_BYTES = 16;

    private final SecretKeySpec key;
    private final byte[] header;
    private long next;

    /** @param key used for one stream and no other, so that the numbers of its blocks may be their nonces */
    Sealed(byte[] key, byte[] header) {
        this.key = new SecretKeySpec(key, "AES");
        this.header = header.clone();
    }

    byte[] seal(byte[] block, int length, boolean last) {
        return run(Cipher.ENCRYPT_MODE, block, length, last);
    }

    /** @throws IllegalStateException when it is not what was sealed as this block */
    byte[] open(byte[] block, boolean last) {
        return run(Cipher.DECRYPT_MODE, block, block.length, last);
    }

    private byte[] run(int mode, byte[] block, int length, boolean last) {
        try {
            var nonce = ByteBuffer.allocate(12).putLong(next++).putInt(last ? 1 : 0);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * 8, nonce.array()));
            cipher.updateAAD(header);
            return cipher.doFinal(block, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed archive cannot be read: it was changed, or is another's", e);
        }
    }
}
