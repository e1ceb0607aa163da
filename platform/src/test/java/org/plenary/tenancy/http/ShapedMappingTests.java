package org.plenary.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenary.tenancy.http.ShapedMapping.Shape;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

class ShapedMappingTests {
    private static final List<String> PATTERNS = List.of(
            "",
            "/",
            "/c/{conference}",
            "/c/{conference}/register",
            "/c/{conference}/orders/{code:[A-Z0-9]+}",
            "/c/{conference}/calendar-{kind}.ics",
            "/api/v1/conferences/{conference}/fees/{fee}",
            "/api/v1/conferences/{conference}/forms/draft",
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

    @Test
    void noAddressIsPassedOverThatAPatternMatches() {
        for (var pattern : PATTERNS) {
            var parsed = PathPatternParser.defaultInstance.parse(pattern);
            for (var path : PATHS)
                if (parsed.matches(PathContainer.parsePath(path)))
                    assertThat(Shape.of(pattern).canMatch(ShapedMapping.split(path)))
                            .as("%s for %s", pattern, path)
                            .isTrue();
        }
    }

    @Test
    void addressesWithOtherWordsOrAnotherNumberOfThemArePassedOver() {
        var shape = Shape.of("/c/{conference}/orders/{code}");

        assertThat(List.of("/c/one/orders/A/cancel", "/c/one/orders", "/c/one/rooms/A", "/d/one/orders/A"))
                .noneMatch(path -> shape.canMatch(ShapedMapping.split(path)));
    }
}
