package org.plenary.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenary.kernel.Violations;

class PasswordsTests {
    private final Passwords passwords = new Passwords();

    @ParameterizedTest
    @CsvSource({
        "'', required",
        "short, password_too_short",
        "aaaaaaaaaaaaaaa, password_too_common",
        "Password1234, password_too_common",
    })
    void weakPasswordsAreRefused(String password, String code) {
        var violations = new Violations();

        passwords.check(violations, "/owner/password", password);

        assertThat(violations.list()).singleElement().satisfies(violation -> {
            assertThat(violation.code()).isEqualTo(code);
            assertThat(violation.pointer()).isEqualTo("/owner/password");
        });
    }

    @Test
    void aPasswordLongerThanTheHashReadsIsRefused() {
        var violations = new Violations();

        passwords.check(violations, "/password", "four unrelated words ".repeat(4));

        assertThat(violations.list()).singleElement().matches(v -> v.code().equals("password_too_long"));
        assertThat(passwords.matches("four unrelated words ".repeat(4), null)).isFalse();
    }

    @Test
    void aPasswordMatchesItsHashAlone() {
        var hash = passwords.hash("four unrelated words");

        assertThat(hash).startsWith("{bcrypt}");
        assertThat(passwords.matches("four unrelated words", hash)).isTrue();
        assertThat(passwords.matches("four unrelated Words", hash)).isFalse();
    }

    @Test
    void nobodyHasAPassword() {
        assertThat(passwords.matches("the password of nobody", null)).isFalse();
    }
}
