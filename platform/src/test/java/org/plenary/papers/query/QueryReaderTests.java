package org.plenary.papers.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenary.kernel.Problem;

class QueryReaderTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            track:control score>=4                | And[Field[track=control], Field[score>=4]]
            score:>=4 OR score<2                  | Or[Field[score>=4], Field[score<2]]
            a b or c                              | Or[And[Words[a], Words[b]], Words[c]]
            a (b or c)                            | And[Words[a], Or[Words[b], Words[c]]]
            not a -b                              | And[Not[Words[a]], Not[Words[b]]]
            "soft robots" author:"Li Wei"         | And[Words[soft robots], Field[author=Li Wei]]
            tag:discuss tag:rank#<=10 tag:rank>3  | And[Tagged[discuss], Tagged[rank<=10], Tagged[rank>3]]
            状态：好（a or b）                     | And[Words[状态：好], Or[Words[a], Words[b]]]
            well-known                            | Words[well-known]
            """)
    void whatStandsSideBySideHoldsTogetherAndOrBindsLess(String text, String read) {
        assertThat(told(QueryReader.read(text))).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (a or b         | query_bracket
            a) b            | query_bracket
            not             | query_end
            score:          | query_value
            colour:red      | query_field
            score>high      | query_number
            title>4         | query_compare
            status:pending  | query_status
            has:hat         | query_thing
            tag:rank>ten    | query_number
            """)
    void whatCannotBeReadIsRefusedWithItsReasonAndPlace(String text, String code) {
        assertThatThrownBy(() -> PaperQuery.of(text, Set.of()))
                .isInstanceOfSatisfying(Problem.InvalidInput.class, problem -> {
                    assertThat(problem.violations()).hasSize(1);
                    assertThat(problem.violations().getFirst().code()).isEqualTo(code);
                    assertThat(problem.violations().getFirst().details()).containsKey("at");
                });
    }

    @Test
    void anEmptyQueryAsksForEveryPaper() {
        assertThat(PaperQuery.of("  ", Set.of()).condition()).isEqualTo("true");
    }

    @Test
    void whatIsAskedByReviewsLeavesOutThePapersOfWhoeverAsks() {
        assertThat(PaperQuery.of("not score>3", Set.of("me@example.org")).condition())
                .endsWith(
                        "and not exists (select from jsonb_array_elements(p.authors) a where lower(a ->> 'email') = :q1)");
        assertThat(PaperQuery.of("track:control", Set.of("me@example.org")).condition())
                .doesNotContain("email");
    }

    /** Values stand beside the condition: no text of whoever asks becomes part of a statement. */
    @Property
    void anyTextIsReadOrRefusedAndNoneOfItStandsInTheCondition(@ForAll String text) {
        try {
            var query = PaperQuery.of("x" + text + "Zq7 title:Zq7", Set.of());
            assertThat(query.condition()).doesNotContain("Zq7").doesNotContain("zq7");
        } catch (Problem.InvalidInput refused) {
            assertThat(refused.violations()).hasSize(1);
        }
    }

    private static String told(Query query) {
        return switch (query) {
            case Query.And and ->
                "And" + and.parts().stream().map(QueryReaderTests::told).toList();
            case Query.Or or ->
                "Or" + or.parts().stream().map(QueryReaderTests::told).toList();
            case Query.Not not -> "Not[" + told(not.part()) + "]";
            case Query.Words words -> "Words[" + words.text() + "]";
            case Query.Field field -> "Field[" + field.name() + field.is() + field.value() + "]";
            case Query.Tagged tagged -> "Tagged[" + tagged.tag() + tagged.is() + tagged.value() + "]";
        };
    }
}
