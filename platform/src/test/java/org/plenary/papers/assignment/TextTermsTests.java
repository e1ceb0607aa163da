package org.plenary.papers.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTermsTests {
    @Test
    void wordsAreSmallSingularAndSaySomething() {
        assertThat(terms("The robots' policies: we show 3 Policies of a ROBOT"))
                .containsExactly("robot", "policy", "policy", "robot");
        assertThat(terms("grasses, analysis, torus, boxes")).containsExactly("grass", "analysis", "torus", "box");
    }

    @Test
    void chineseIsTakenInPairs() {
        assertThat(terms("机器人学习")).containsExactly("机器", "器人", "人学", "学习");
        assertThat(terms("用robots抓取，手")).containsExactly("用", "robot", "抓取", "手");
    }

    @Test
    void wideAndNarrowLettersAreTheSame() {
        assertThat(terms("ＳＬＡＭ")).isEqualTo(terms("slam"));
    }

    private static List<String> terms(String text) {
        var found = new ArrayList<String>();
        TextTerms.of(text, found::add);
        return found;
    }
}
