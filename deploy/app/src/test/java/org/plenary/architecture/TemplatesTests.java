package org.plenary.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * What would let a text that somebody typed be more than text: all pages and mails are drawn by templates, so what is not in any of
 * them holds for all of them, also for those that no test opens with hostile words.
 */
class TemplatesTests {
    /** Where markup is put in that is ours: each expression there, and who makes it. */
    private static final Map<String, List<String>> MARKUP = Map.of(
            "site/page.html", List.of("article.html"), // PageMarkdown
            "site/page-form.html", List.of("side.html"),
            "site/page-version.html", List.of("english.html", "chinese.html"),
            "papers/results.html",
                    List.of(
                            "row.titleHtml",
                            "row.authorsHtml",
                            "row.aboutHtml",
                            "row.snippetHtml",
                            "row.fileHtml")); // search’s Marks

    private static final Pattern UNESCAPED = Pattern.compile("th:utext=\"\\$\\{([^}\"]*)}\"");

    private static final Map<String, Pattern> FORBIDDEN = Map.of(
            "markup from an expression", Pattern.compile("\\[\\("),
            "expressions inside of scripts and styles", Pattern.compile("th:inline"),
            "an expression made of an expression’s value", Pattern.compile("__\\$\\{"),
            "a script in the page", Pattern.compile("<script(?![^>]* th:src=)|<script[^>]*>[^<\\s]"),
            "a handler in an attribute", Pattern.compile("\\s(?:th:)?on[a-z]+\\s*="),
            "an address that is a script", Pattern.compile("javascript:", Pattern.CASE_INSENSITIVE));

    private static final Pattern SCRIPT_MARKUP =
            Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function");

    @Test
    void noTemplatePutsAnythingIntoAPageButText() throws IOException {
        var found = new ArrayList<String>();
        var templates = all("classpath*:/templates/**/*.html");
        for (var template : templates) {
            var name = template.getURL().getPath().replaceFirst(".*/templates/", "");
            var text = template.getContentAsString(StandardCharsets.UTF_8);
            FORBIDDEN.forEach((what, pattern) -> pattern.matcher(text)
                    .results()
                    .forEach(match -> found.add(name + ": " + what + ": " + match.group())));
            UNESCAPED.matcher(text).results().forEach(match -> {
                if (!MARKUP.getOrDefault(name, List.of()).contains(match.group(1)))
                    found.add(name + ": markup of " + match.group(1));
            });
            var all = text.split("utext", -1).length - 1;
            if (all != UNESCAPED.matcher(text).results().count()) found.add(name + ": markup in another way");
        }
        assertThat(found).isEmpty();
        assertThat(templates).hasSizeGreaterThan(200);
    }

    @Test
    void noScriptMakesMarkupOfTexts() throws IOException {
        var scripts = all("classpath*:/static/js/*.js");
        for (var script : scripts)
            assertThat(script.getContentAsString(StandardCharsets.UTF_8))
                    .as(script.getFilename())
                    .doesNotContainPattern(SCRIPT_MARKUP);
        assertThat(scripts).hasSizeGreaterThan(10);
    }

    private static List<Resource> all(String pattern) throws IOException {
        return java.util.Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern))
                .filter(Resource::isReadable)
                .toList();
    }
}
