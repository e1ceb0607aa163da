package org.plenary.papers.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.plenary.kernel.Problem;

class ImportBombsTests {
    @Test
    void aFileOfNothingButBracketsIsRefused() {
        assertThat(refusal("[" + "{},".repeat(6_000_000) + "{}]", false)).isEqualTo("too_many");
        assertThat(refusal("{\"title\": [" + "[],".repeat(6_000_000) + "[]]}", false))
                .isEqualTo("too_many");
        assertThat(refusal("[".repeat(900_000), false)).isEqualTo("malformed");
    }

    @Test
    void aTableOfNothingButCommasIsRefused() {
        assertThat(refusal("title\n" + "x\n".repeat(6_000_000), true)).isEqualTo("too_many");
        assertThat(refusal("title,authors\nx," + ";".repeat(18_000_000), true)).isEqualTo("cell_too_long");
    }

    private static String refusal(String text, boolean isCsv) {
        var code = new String[1];
        assertThatExceptionOfType(Problem.InvalidInput.class)
                .isThrownBy(() -> ImportFile.rows(text.getBytes(StandardCharsets.US_ASCII), isCsv))
                .satisfies(e -> code[0] = e.violations().getFirst().code());
        return code[0];
    }
}
