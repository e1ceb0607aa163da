package org.plenary.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenary.search.Typed.Form;
import org.plenary.search.Typed.Part;

/** What one may write in the search box, and what of it is taken as plain words. */
class TypedTests {
    @Test
    void aPhraseIsKeptTogether() {
        assertThat(Typed.parse("soft \"Robot Hands\" “强化学习”").parts())
                .containsExactly(
                        word("soft"), new Part("robot hands", Form.PHRASE, null), new Part("强化学习", Form.PHRASE, null));
    }

    @Test
    void aMinusBeforeSomethingExcludesIt() {
        var typed = Typed.parse("robot -soft -\"in hand\" -title:legs multi-agent");

        assertThat(typed.parts()).containsExactly(word("robot"), word("multi-agent"));
        assertThat(typed.excluded())
                .containsExactly(
                        word("soft"), new Part("in hand", Form.PHRASE, null), new Part("legs", Form.WORD, "title"));
    }

    @ParameterizedTest
    @CsvSource({
        "title:robot, title",
        "Author:robot, names",
        "keyword:robot, keywords",
        "abstract:robot, body",
        "标题：robot, title",
        "作者:robot, names",
        "关键词：robot, keywords",
        "摘要：robot, body"
    })
    void aFieldIsNamedInBothLanguages(String typed, String field) {
        assertThat(Typed.parse(typed).parts()).containsExactly(new Part("robot", Form.WORD, field));
    }

    @Test
    void filesAreAFieldForWhoMayLookIntoThemAndPlainWordsForAnybodyElse() {
        for (var typed : List.of("file:robot", "全文：robot")) {
            assertThat(Typed.parse(typed, true).parts()).containsExactly(new Part("robot", Form.WORD, "file"));
            assertThat(Typed.parse(typed).parts()).allMatch(Part::isPlain).hasSize(2);
        }
        assertThat(Typed.parse("-file:robot").excluded()).isEmpty();
    }

    @Test
    void aStarEndsABeginning() {
        assertThat(Typed.parse("grasp* title:rob* a*b").parts())
                .containsExactly(
                        new Part("grasp", Form.BEGINNING, null), new Part("rob", Form.BEGINNING, "title"), word("a*b"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "robot \"open quote | robot open quote",
                "robot - | robot",
                "- | ''",
                ": | ''",
                "* | ''",
                "-\"\" \"\" | ''",
                "title: | title",
                "-title: | -title",
                "robot title: | robot title",
                "https://example.org/a-b | https example.org a-b",
                "title:https://example.org | title https example.org",
                "--robot | --robot",
                "venue:robot | venue robot",
                "a\"b c\" | a b c",
                "ＡＢＣ　ﬁt | abc fit",
            })
    void whatHasNoSuchFormIsPlainWords(String typed, String words) {
        var parsed = Typed.parse(typed);

        assertThat(parsed.plain()).isEqualTo(words.isEmpty() ? List.of() : List.of(words.split(" ")));
        assertThat(parsed.parts()).hasSameSizeAs(parsed.plain());
        assertThat(parsed.excluded()).isEmpty();
    }

    private static Part word(String text) {
        return new Part(text, Form.WORD, null);
    }
}
