package org.plenary.papers.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenary.kernel.Problem;

/** Groups of words that mean the same, as organizers write them. */
class WordGroupsTests {
    @Test
    void eachLineIsAGroupAndIsKeptTidy() {
        var groups = WordGroups.parse("RL,  reinforcement   learning，强化学习\n\n SLAM、rl; Slam \n");

        assertThat(groups.groups())
                .containsExactly(List.of("RL", "reinforcement learning", "强化学习"), List.of("SLAM", "rl"));
        assertThat(groups.text()).isEqualTo("RL, reinforcement learning, 强化学习\nSLAM, rl");
        assertThat(WordGroups.parse(groups.text())).isEqualTo(groups);
        assertThat(WordGroups.parse("")).isEqualTo(WordGroups.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alone | same_words_alone",
                "a, A | same_words_alone",
                "a,b,c,d,e,f,g,h,i,j,k | same_words_many",
                "a, +++ | same_words_sign",
                "a, 1234567890123456789012345678901234567890123456789012345678901 | same_words_long"
            })
    void aLineThatIsWrongIsNamed(String line, String code) {
        assertThatThrownBy(() -> WordGroups.parse("RL, reinforcement learning\n" + line))
                .isInstanceOfSatisfying(Problem.InvalidInput.class, e -> {
                    var first = e.violations().getFirst();
                    assertThat(first.code()).isEqualTo(code);
                    assertThat(first.pointer()).isEqualTo("/groups");
                    assertThat(first.details()).containsEntry("line", 2);
                });
    }

    @Test
    void thereIsRoomForTwoHundredGroups() {
        assertThat(WordGroups.parse("a, b\n".repeat(200)).groups()).hasSize(200);
        assertThatThrownBy(() -> WordGroups.parse("a, b\n".repeat(201))).isInstanceOf(Problem.InvalidInput.class);
    }
}
