package org.plenary.identity.signin;

import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Secrets;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The fast hash of secrets that we made ourselves; these are long and random, unlike passwords. */
final class SecretHashes implements PasswordEncoder {
    @Override
    public String encode(@Nullable CharSequence secret) {
        return Secrets.hash(String.valueOf(secret));
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String hash) {
        return secret != null && hash != null && Secrets.matches(secret.toString(), hash);
    }
}
