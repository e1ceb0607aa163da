package org.plenary.papers.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CallKeysTests {
    @Test
    void aKeyIsMadeOfTheNamesLettersAndDigits() {
        assertThat(CallKeys.fresh("Réseaux & Co. 2", "track", List.of())).isEqualTo("reseaux-co-2");
    }

    @Test
    void aKeyThatIsTakenGetsANumber() {
        assertThat(CallKeys.fresh("Learning", "track", List.of("learning", "learning-2")))
                .isEqualTo("learning-3");
    }

    @Test
    void aNameWithoutLatinLettersGetsAKeyAllTheSame() {
        assertThat(CallKeys.fresh("", "topic", List.of("topic-1"))).isEqualTo("topic-2");
    }

    @Test
    void noKeyIsTheAddressOfThePageOfANewOne() {
        assertThat(CallKeys.fresh("New", "track", List.of())).isEqualTo("new-2");
    }

    @Test
    void aLongNameIsCut() {
        assertThat(CallKeys.fresh("a".repeat(60), "track", List.of())).hasSize(36);
    }
}
