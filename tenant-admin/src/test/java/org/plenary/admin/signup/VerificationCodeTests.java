package org.plenary.admin.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class VerificationCodeTests {
    private final byte[] key = VerificationCode.newKey();
    private final UUID signup = UUID.fromString("01975d3c-5e0a-7c42-a2f4-8b1f64a0c9d2");

    @Test
    void isSixDigitsAndTheSameEachTime() {
        assertThat(VerificationCode.of(key, signup)).matches("[0-9]{6}").isEqualTo(VerificationCode.of(key, signup));
    }

    @Test
    void blanksThatWereCopiedAlongDoNotCount() {
        var code = VerificationCode.of(key, signup);

        assertThat(VerificationCode.matches(key, signup, " " + code.substring(0, 3) + " " + code.substring(3) + "\n"))
                .isTrue();
    }

    @Test
    void isAnotherOneForAnotherKey() {
        var codes = java.util.stream.Stream.generate(VerificationCode::newKey)
                .limit(20)
                .map(other -> VerificationCode.of(other, signup))
                .distinct();

        assertThat(codes).hasSizeGreaterThan(15);
    }
}
