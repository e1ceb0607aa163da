package org.plenary.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VatIdsTests {
    @Test
    void numbersAreOfTheShapeOfTheirCountry() {
        assertThat(VatIds.isWellFormed("DE", "DE 123 456 789")).isTrue();
        assertThat(VatIds.isWellFormed("DE", "de123456789")).isTrue();
        assertThat(VatIds.isWellFormed("DE", "FR12345678901")).isFalse();
        assertThat(VatIds.isWellFormed("GR", "EL123456789")).isTrue();
        assertThat(VatIds.isWellFormed("GR", "GR123456789")).isFalse();
        assertThat(VatIds.isWellFormed("NL", "NL123456789B01")).isTrue();
        assertThat(VatIds.isWellFormed("CH", "CHE-123.456.789 MWST")).isTrue();
        assertThat(VatIds.isWellFormed("US", "12-3456789")).isTrue();
        assertThat(VatIds.isWellFormed("US", "no")).isFalse();
    }
}
