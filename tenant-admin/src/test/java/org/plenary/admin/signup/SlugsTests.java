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
        "--A & B--,a-b",
        "中国机器人学会,zhongguojiqirenxuehui",
        "IEEE 中国分会,ieee-zhongguofenhui",
        "清华大学（深圳）,qinghuadaxue-shenzhen",
        "Российская академия наук,rossijskaa-akademia-nauk",
        "Ελληνική Εταιρεία,ellenike-etaireia"
    })
    void isMadeFromTheLettersOfTheNameInWhateverScript(String name, String slug) {
        assertThat(Slugs.plain(name)).isEqualTo(slug);
    }

    @Test
    void isNeverTooLongAndEndsWithALetterOrDigit() {
        assertThat(Slugs.plain("The International Association for Everything in the World"))
                .hasSizeLessThanOrEqualTo(31)
                .matches("[a-z][a-z0-9-]*[a-z0-9]");
    }

    @Test
    void aNameWithoutLettersGivesNone() {
        assertThat(Slugs.plain("2027 · 12")).isEmpty();
    }
}
