package org.plenary.admin.signup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugsTests {
    @ParameterizedTest
    @CsvSource({
        "Nordic Robotics Society,nordic-robotics-society",
        "Société d’Études,societe-detudes",
        "Universität Köln,universitat-koln",
        "3rd Congress of X,rd-congress-of-x",
        "--A & B--,a-b"
    })
    void isMadeFromTheLettersOfTheName(String name, String slug) {
        assertThat(Slugs.plain(name)).isEqualTo(slug);
    }

    @Test
    void isNeverTooLongAndEndsWithALetterOrDigit() {
        assertThat(Slugs.plain("The International Association for Everything in the World"))
                .hasSizeLessThanOrEqualTo(31)
                .matches("[a-z][a-z0-9-]*[a-z0-9]");
    }

    @Test
    void aNameWithoutLatinLettersGivesNone() {
        assertThat(Slugs.plain("中国机器人学会")).isEmpty();
    }
}
