package org.plenary.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTests {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** The last six digits of those in appendix B of RFC 6238. */
    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1234567890, 005924", "20000000000, 353130"})
    void codesAreThoseOfTheStandard(long second, String code) {
        assertThat(OneTimeCodes.stepOf(SECRET, code, Instant.ofEpochSecond(second)))
                .isEqualTo(OptionalLong.of(second / 30));
    }

    @Test
    void aPhoneMayBeHalfAMinuteOffAndNoMore() {
        var now = Instant.ofEpochSecond(1_234_567_890);

        for (var off : new long[] {-1, 0, 1})
            assertThat(OneTimeCodes.stepOf(SECRET, OneTimeCodes.code(SECRET, 41_152_263 + off), now))
                    .hasValue(41_152_263 + off);
        for (var off : new long[] {-2, 2})
            assertThat(OneTimeCodes.stepOf(SECRET, OneTimeCodes.code(SECRET, 41_152_263 + off), now))
                    .isEmpty();
    }

    @Test
    void theSecretIsWrittenAsAppsReadIt() {
        assertThat(OneTimeCodes.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(OneTimeCodes.address(SECRET, "mona@example.org"))
                .startsWith("otpauth://totp/Plenary:mona%40example.org?secret=GEZDG")
                .contains("&issuer=Plenary");
    }
}
