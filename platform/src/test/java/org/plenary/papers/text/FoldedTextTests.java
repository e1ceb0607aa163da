package org.plenary.papers.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTextTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "learn-\\ning of robots|learning of robots",
                "learn\u2010 \\r\\n  ing|learning",
                "Multi-\\nAgent 3-\\n4|Multi- Agent 3- 4",
                "one\\n\\n two\\t three|one two three",
                "re\u00adinforce\u200bment|reinforcement",
                "e\ufb03cient \uff21\uff22\uff23|efficient ABC",
                "机器\\n人 强 化 RL 学习|机器人强化 RL 学习",
                "a\\0b\\uD800c\ue000d|a b c d"
            })
    void linesAndSignsBecomeWords(String read, String kept) {
        var text = read.replace("\\n", "\n")
                .replace("\\r", "\r")
                .replace("\\t", "\t")
                .replace("\\0", "\0")
                .replace("\\uD800", "\ud800");

        assertThat(FoldedText.of(text)).isEqualTo(kept);
    }

    @Test
    void nothingButBlanksIsNoText() {
        assertThat(FoldedText.of(" \n\0\u00ad ")).isEmpty();
    }

    @Test
    void aLongTextIsCutAndNoCharacterIsHalved() {
        var cut = FoldedText.of("a" + "\ud83e\udd16".repeat(FoldedText.MOST));

        assertThat(cut).hasSize(FoldedText.MOST - 1);
        assertThat(new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(cut);
        assertThat(FoldedText.of("- \n".repeat(FoldedText.MOST))).hasSizeLessThanOrEqualTo(FoldedText.MOST);
    }
}
