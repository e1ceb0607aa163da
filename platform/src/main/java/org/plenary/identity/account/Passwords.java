package org.plenary.identity.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Violations;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** What a password must be, and its slow hash; the hash names its method, so that a better one can follow. */
@Component
public class Passwords {
    private static final int MINIMUM = 10;
    private static final int DISTINCT = 5;

    /** bcrypt reads no more than this. */
    private static final int MAXIMUM_BYTES = 72;

    private static final int COST = 11;

    /** Of 4: more than a hundred million tries by somebody who has the lists of leaked passwords, of names and of words. */
    private static final int ENOUGH = 3;

    /** Characters that are enough to tell; somebody could make the estimate of longer texts slow on purpose. */
    private static final int LOOKED_AT = 32;

    private final PasswordEncoder encoder =
            new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(COST)));
    private final Set<String> common = common();
    private final Zxcvbn guesses = new Zxcvbn();

    /** Compared with when there is no account, so that this takes as long as a wrong password. */
    private final String nobodys = hash("the password of nobody");

    public void check(Violations violations, String pointer, @Nullable String password) {
        if (password == null || password.isEmpty()) {
            violations.add(pointer, "required", "This is required.");
            return;
        }
        var details = Map.<String, Object>of("minimum", MINIMUM);
        if (password.length() < MINIMUM)
            violations.add(pointer, "password_too_short", "At least " + MINIMUM + " characters.", details);
        else if (bytes(password) > MAXIMUM_BYTES)
            violations.add(pointer, "password_too_long", "At most " + MAXIMUM_BYTES + " bytes.");
        else if (isKnown(password))
            violations.add(
                    pointer,
                    "password_too_common",
                    "This password, or one much like it, is known from leaks: those are the first that anybody tries.");
    }

    /** Found in lists of leaked passwords, or so close to them that a program that goes through the lists has it soon. */
    private boolean isKnown(String password) {
        return password.chars().distinct().count() < DISTINCT
                || common.contains(password.toLowerCase(Locale.ROOT))
                || guesses.measure(password.substring(0, Math.min(password.length(), LOOKED_AT)))
                                .getScore()
                        < ENOUGH;
    }

    public String hash(String password) {
        var hash = encoder.encode(password);
        if (hash == null) throw new IllegalArgumentException("no password to hash");
        return hash;
    }

    /** @param hash null when there is no account or no password yet; the answer is then no, after the same time */
    public boolean matches(String password, @Nullable String hash) {
        if (bytes(password) > MAXIMUM_BYTES) return false;
        var same = encoder.matches(password, hash == null ? nobodys : hash);
        return same && hash != null;
    }

    private static int bytes(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length;
    }

    private static Set<String> common() {
        try {
            var text =
                    new ClassPathResource("identity/common-passwords.txt").getContentAsString(StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\\s+")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
