package org.plenary.admin.branding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColourTests {
    @Test
    void blackOnWhiteIsTheStrongestContrast() {
        assertThat(Colour.BLACK.contrast(Colour.WHITE)).isCloseTo(21, within(0.001));
        assertThat(Colour.WHITE.contrast(Colour.WHITE)).isCloseTo(1, within(0.001));
    }

    @Test
    void textOnAColourIsWhateverIsBetterRead() {
        assertThat(new Colour("#1f5fbf").on()).isEqualTo(Colour.WHITE);
        assertThat(new Colour("#ffd500").on()).isEqualTo(Colour.BLACK);
    }

    @Test
    void aShortFormIsWrittenOut() {
        assertThat(Colour.parse(" #AbC ")).contains(new Colour("#aabbcc"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "red",
                "#12345",
                "#1234567",
                "#12345g",
                "url(http://evil.example)",
                "#fff;}body{display:none",
                "expression(alert(1))",
                "var(--x)"
            })
    void nothingButAColourIsAColour(String text) {

        assertThat(Colour.parse(text)).isEmpty();
    }
}
