package org.plenary.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PageTextsTests {
    private final PageTexts texts = PageTexts.ofRepository(Path.of(""));

    @Test
    void templatesHoldNoTextOfTheirOwn() {
        assertThat(texts.literals()).isEmpty();
    }

    @Test
    void noPageSaysAnythingOnTheElementWhoseContentAloneIsTaken() {
        assertThat(texts.lost()).isEmpty();
    }

    @Test
    void everyKeyThatATemplateUsesExistsInBothLanguages() {
        assertThat(texts.missing()).isEmpty();
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(texts.unpaired()).isEmpty();
    }

    @Test
    void aKeyStandsInOneFileOnly() {
        assertThat(texts.repeated()).isEmpty();
    }

    @Test
    void everyMailHasItsPlainTextAndItsSubject() {
        assertThat(texts.incompleteMails()).isEmpty();
    }

    @Test
    void noTextHasAStraightApostrophe() {
        assertThat(texts.apostrophes()).isEmpty();
    }
}
