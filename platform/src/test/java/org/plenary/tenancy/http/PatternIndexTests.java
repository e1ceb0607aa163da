package org.plenary.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

class PatternIndexTests {
    private static final List<String> PATTERNS = List.of(
            "",
            "/",
            "/c/{conference}",
            "/c/{conference}/register",
            "/c/{conference}/orders/{code:[A-Z0-9]+}",
            "/c/{conference}/calendar-{kind}.ics",
            "/api/v1/conferences/{conference}/fees/{fee}",
            "/api/v1/conferences/{conference}/forms/draft",
            "/api/v1/conferences/{conference}/forms/{version}",
            "/files/**",
            "/media/{*rest}",
            "/site-?/x");

    private static final List<String> PATHS = List.of(
            "/",
            "/c/one",
            "/c/one/",
            "/c//register",
            "/c/one/register",
            "/c/one/orders/ABC1",
            "/c/one/calendar-program.ics",
            "/api/v1/conferences/one/fees/two",
            "/api/v1/conferences/one/forms/draft",
            "/api/v1/conferences/one/forms/3",
            "/files",
            "/files/a/b/c",
            "/media/a/b",
            "/site-1/x",
            "/unknown");

    private static PatternIndex<String> index() {
        var index = new PatternIndex<String>();
        for (var pattern : PATTERNS) index.add(List.of(pattern), pattern);
        return index;
    }

    @Test
    void noPatternThatMatchesAnAddressIsMissed() {
        var index = index();
        for (var path : PATHS)
            assertThat(index.of(path))
                    .as(path)
                    .containsAll(PATTERNS.stream()
                            .filter(pattern -> PathPatternParser.defaultInstance
                                    .parse(pattern)
                                    .matches(PathContainer.parsePath(path)))
                            .toList());
    }

    @Test
    void patternsWithOtherWordsOrAnotherNumberOfThemArePassedOver() {
        assertThat(index().of("/api/v1/conferences/one/fees/two"))
                .containsOnly("", "/api/v1/conferences/{conference}/fees/{fee}", "/files/**", "/media/{*rest}");
    }

    @Test
    void anAddressWhoseWordsMayBeWrittenOtherwiseIsLeftToWhoKnows() {
        assertThat(index().of("/c/one/re%67ister")).isEmpty();
        assertThat(index().of("/c/one;a=b/register")).isEmpty();
    }
}
