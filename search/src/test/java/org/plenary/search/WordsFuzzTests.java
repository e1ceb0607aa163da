package org.plenary.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.plenary.kernel.Problem;

/** Whatever somebody looks for is words, and asks for nothing else. */
class WordsFuzzTests {
    @FuzzTest(maxDuration = "60s")
    void anyTextIsWords(byte[] content) {
        var text = new String(content, StandardCharsets.UTF_8);
        assertThat(Words.query(text, List.of(List.of(text, "robot")), true).toString())
                .doesNotContain("query_string", "script", "\"wildcard\"", "\"regexp\"");
        assertThat(Words.needed(text, true)).hasSizeLessThanOrEqualTo(12);
        Words.found(text, List.of(List.of(text, "robot")), true, "title", List.of("title", "title.zh"));
    }

    @FuzzTest(maxDuration = "60s")
    void anyPlaceInAListIsOneOrRefused(byte[] content) {
        var text = new String(content, StandardCharsets.UTF_8);
        try {
            var cursor = Cursor.parse(text);
            assertThat(Cursor.parse(cursor.toString())).isEqualTo(cursor);
        } catch (Problem.InvalidInput e) {
            // as it should be
        }
    }
}
