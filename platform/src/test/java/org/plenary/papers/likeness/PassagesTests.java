package org.plenary.papers.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PassagesTests {
    @Test
    void wordsAreTheSameInWhateverWayTheyAreSet() {
        assertThat(folded("The Naïve e\uFB03cient ＲＯＢＯＴ, a pre-\ntrained one: Ko\u0308nig’s co\u00adoperation"))
                .isEqualTo(folded("the naive efficient robot a pretrained one König s cooperation"));
        assertThat(folded("12 We move. 13 3.14 = x")).isEqualTo("we move");
        assertThat(folded("机器人,学习：ﾛﾎﾞ ab")).isEqualTo("机 器 人 学 习 ロ ホ ab");
    }

    @Test
    void theListOfReferencesIsNoTextOfTheAuthorsAndTheAppendixIs() {
        var text =
                "One two three four.\nMore of it here.\n7 References\n[1] A. Somebody. A work.\nA Appendix\nOurs again.";
        assertThat(References.without(text))
                .contains("More of it here", "Ours again")
                .doesNotContain("Somebody");
        assertThat(References.without("正文在这里，很长很长的正文在这里。\n参考文献\n[1] 某人")).doesNotContain("某人");
        assertThat(References.without("The references\nare ours.")).contains("are ours");
    }

    @Test
    void whatBothTextsHaveIsMarkedInBothAndWhatWasExchangedIsNot() {
        var marked = Passages.whole(
                "We teach a robot to fold towels from a single demonstration.",
                "Here, we teach a robot to fold shirts from a single demonstration!");

        assertThat(same(marked.left())).containsExactly("We teach a robot to fold", "from a single demonstration");
        assertThat(same(marked.right())).containsExactly("we teach a robot to fold", "from a single demonstration");
        assertThat(whole(marked.left())).isEqualTo("We teach a robot to fold towels from a single demonstration.");
        assertThat(whole(marked.right()))
                .isEqualTo("Here, we teach a robot to fold shirts from a single demonstration!");
    }

    @Test
    void passagesComeInTheOrderOfTheTextAndPhrasesAreNone() {
        var first =
                "The arm reaches out and takes the cup from the table without any model of the cup or of the table at all.";
        var second =
                "Every wheel of the rover has a motor that learns how much slip the sand under it allows before it digs in.";
        var left = first + " Something else stands here. In this paper we show. " + second;
        var right = "A start of its own. " + second + " In this paper we show that. " + first + " An end.";

        var passages = Passages.in(left, right, 12);

        assertThat(passages).extracting(passage -> whole(passage.left())).hasSize(2);
        assertThat(whole(passages.getFirst().left())).startsWith("The arm").endsWith("at all");
        assertThat(whole(passages.getLast().right())).startsWith("Every wheel").endsWith("digs in");
        assertThat(passages.getFirst().words()).isEqualTo(23);
        assertThat(Passages.in("", right, 12)).isEmpty();
    }

    @Test
    void aTextThatRepeatsItselfTakesNoLongerThanAnother() {
        var again = "and so on ".repeat(20_000);

        assertThat(Passages.in(again, again + "in the end", 12)).isNotEmpty();
    }

    private static String folded(String text) {
        return FoldedWord.in(text).stream().map(FoldedWord::text).collect(Collectors.joining(" "));
    }

    private static List<String> same(List<Passages.Piece> pieces) {
        return pieces.stream()
                .filter(Passages.Piece::same)
                .map(Passages.Piece::text)
                .toList();
    }

    private static String whole(List<Passages.Piece> pieces) {
        return pieces.stream().map(Passages.Piece::text).collect(Collectors.joining());
    }
}
