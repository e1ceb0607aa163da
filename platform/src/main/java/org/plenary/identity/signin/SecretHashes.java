package org.plenary.identity.signin;

import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Secrets;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The fast hash of secrets that we made ourselves; these are long and random, unlike passwords. Where two are good, while one
 * takes the place of the other, both hashes stand there with a space between.
 */
final class SecretHashes implements PasswordEncoder {
    @Override
    public String encode(@Nullable CharSequence secret) {
        return Secrets.hash(String.valueOf(secret));
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String hash) {
        if (secret == null || hash == null) return false;
        var isGood = false;
        for (var each : hash.split(" ", -1)) isGood |= Secrets.matches(secret.toString(), each);
        return isGood;
    }
}
