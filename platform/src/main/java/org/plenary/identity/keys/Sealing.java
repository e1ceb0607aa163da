package org.plenary.identity.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.plenary.identity.SealedSecrets;
import org.springframework.stereotype.Component;

/** Keeps secrets that are needed again as they are, so that whoever reads their table alone has nothing (AES-256-GCM). */
@Component
public class Sealing implements SealedSecrets {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final DerivedSecrets secrets;
    private final SecureRandom random = new SecureRandom();

    Sealing(DerivedSecrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public String seal(String purpose, UUID owner, byte[] secret) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, purpose, owner, nonce, secret);
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    @Override
    public byte[] open(String purpose, UUID owner, String text) {
        var all = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        var nonce = new byte[NONCE_BYTES];
        all.get(nonce);
        var sealed = new byte[all.remaining()];
        all.get(sealed);
        return run(Cipher.DECRYPT_MODE, purpose, owner, nonce, sealed);
    }

    private byte[] run(int mode, String purpose, UUID owner, byte[] nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key(purpose), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.toString().getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed secret cannot be read", e);
        }
    }

    private SecretKey key(String purpose) {
        return new SecretKeySpec(Base64.getUrlDecoder().decode(secrets.of("sealing:" + purpose)), "AES");
    }
}
