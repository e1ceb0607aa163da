package org.plenary.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        "liverpool1999, password_too_common",
        "P@ssw0rd2024!, password_too_common",
        "trustno1trustno1, password_too_common",
        "密码密码密码密码密码, password_too_common",
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
    void someUnrelatedWordsAreEnough() {
        var violations = new Violations();

        for (var good : List.of("four unrelated words", "robots-walk-the-alps", "correct horse battery staple"))
            passwords.check(violations, "/password", good);

        assertThat(violations.list()).isEmpty();
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
